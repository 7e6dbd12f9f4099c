/** Reads the two table layouts of the blog series, and migrates their views to a site in pagetrack's layout. */
@NullMarked
package dev.pagetrack.table.series;

import org.jspecify.annotations.NullMarked;
