/** Reads the whole site once: finds the markers, titles and canonical links of its pages. */
@NullMarked
package dev.pagetrack.render.scan;

import org.jspecify.annotations.NullMarked;
