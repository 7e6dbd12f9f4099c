/** Markers and {@code <inject>} rules: finds them in pages, checks them, and replaces what they hold. */
package dev.pagetrack.render.marker;
