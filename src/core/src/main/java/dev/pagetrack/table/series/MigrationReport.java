package dev.pagetrack.table.series;

import dev.pagetrack.table.rebuild.RollupChange;
import java.util.List;

/**
 * What a migration did, or would do if it is a dry run.
 *
 * @param pages the number of pages in the old layout
 * @param views the number of its raw views before the cut-over
 * @param added how many of these raw views are new to the site
 * @param carried the number of views that only counters know
 * @param later the number of its raw views at or after the cut-over, which are not migrated
 * @param undated the keys of items among the raw views whose sort keys are not epoch seconds; these items are not
 *     migrated
 * @param changes the views of the site before and after the migration, by page and month
 */
public record MigrationReport(
        long pages,
        long views,
        long added,
        long carried,
        long later,
        List<String> undated,
        List<RollupChange> changes) {

    public MigrationReport {
        undated = List.copyOf(undated);
        changes = List.copyOf(changes);
    }
}
