/**
 * Settings and state that all runs of a site share, in its {@code META} items: agreement, cut-over, layout, pending
 * work.
 */
@NullMarked
package dev.pagetrack.table.site;

import org.jspecify.annotations.NullMarked;
