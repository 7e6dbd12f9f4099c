/** Sets rollups to the sums of the raw views, and changes when raw views expire. */
package dev.pagetrack.table.rebuild;
