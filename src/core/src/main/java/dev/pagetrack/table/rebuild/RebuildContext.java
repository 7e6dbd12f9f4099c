package dev.pagetrack.table.rebuild;

import dev.pagetrack.table.item.OpenTable;

/**
 * What the rebuilds of all pages share.
 *
 * @param settings what to rebuild
 * @param table the table
 * @param rawViews reads raw views
 * @param setter writes rollups
 */
record RebuildContext(RebuildSettings settings, OpenTable table, RawViewReader rawViews, RollupSetter setter) {}
