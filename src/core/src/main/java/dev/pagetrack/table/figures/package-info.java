/** Reads the rollups of a site: totals, and views by day of a month. */
package dev.pagetrack.table.figures;
