/** Writes all items of a site into a file, and restores them from it. */
package dev.pagetrack.table.backup;
