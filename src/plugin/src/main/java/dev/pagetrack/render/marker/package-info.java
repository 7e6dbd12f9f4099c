/** Finds markers in pages, applies {@code <inject>} rules, and writes new content into the markers. */
@NullMarked
package dev.pagetrack.render.marker;

import org.jspecify.annotations.NullMarked;
