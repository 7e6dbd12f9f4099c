package dev.pagetrack.table.rebuild;

import java.util.List;

/**
 * What a rebuild found.
 *
 * @param pages how many pages were looked at
 * @param views how many raw views they have
 * @param changes the rollups that were wrong, by page and month; after a dry run they still are
 */
public record RebuildReport(long pages, long views, List<RollupChange> changes) {

    public RebuildReport {
        changes = List.copyOf(changes);
    }
}
