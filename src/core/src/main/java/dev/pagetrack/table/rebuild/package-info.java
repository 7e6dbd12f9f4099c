/** Sets rollups to what the raw views say, and changes when raw views expire. */
package dev.pagetrack.table.rebuild;
