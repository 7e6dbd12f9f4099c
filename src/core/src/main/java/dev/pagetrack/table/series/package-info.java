/** Reads the two table layouts of the blog series, and migrates their views to a site of ours. */
package dev.pagetrack.table.series;
