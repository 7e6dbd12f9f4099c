/** Sets rollups to the sums of the raw views, and changes when raw views expire. */
@NullMarked
package dev.pagetrack.table.rebuild;

import org.jspecify.annotations.NullMarked;
