/** Reads the rollups of a site: totals, and the days of a month. */
package dev.pagetrack.table.figures;
