/** Finds markers in pages, applies {@code <inject>} rules, and writes new content into the markers. */
package dev.pagetrack.render.marker;
