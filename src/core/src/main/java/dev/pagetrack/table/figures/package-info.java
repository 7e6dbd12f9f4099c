/** Reads the rollups of a site: totals, and views by day of a month. */
@NullMarked
package dev.pagetrack.table.figures;

import org.jspecify.annotations.NullMarked;
