package dev.pagetrack.table.rebuild;

import java.util.List;

/**
 * What a rebuild found.
 *
 * @param pages the number of pages in {@code INDEX}
 * @param views the number of their raw views
 * @param changes the rollups that were wrong, by page and month; a dry run has not changed them
 */
public record RebuildReport(long pages, long views, List<RollupChange> changes) {

    public RebuildReport {
        changes = List.copyOf(changes);
    }
}
