/** Writes all items of a site into a file, and restores them from it. */
@NullMarked
package dev.pagetrack.table.backup;

import org.jspecify.annotations.NullMarked;
