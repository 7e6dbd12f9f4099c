/**
 * Generates a site with markers, text that only looks like markers, figures, and the expected pages after a rendering.
 */
@NullMarked
package dev.pagetrack.bench.site;

import org.jspecify.annotations.NullMarked;
