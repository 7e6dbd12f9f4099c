/** Writes all items of a site into a file, and brings them back. */
package dev.pagetrack.table.backup;
