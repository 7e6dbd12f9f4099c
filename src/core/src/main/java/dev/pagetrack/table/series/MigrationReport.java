package dev.pagetrack.table.series;

import dev.pagetrack.table.rebuild.RollupChange;
import java.util.List;

/**
 * What moving views found.
 *
 * @param pages the pages of the old layout
 * @param views its raw views before the cut-over
 * @param added how many of them are new to the site
 * @param carried views that only counters know of
 * @param later its raw views from the cut-over on, which stay where they are
 * @param undated the keys of items among raw views whose sort keys are no seconds, which stay where they are, too
 * @param changes by page and month, what the site had and has with them; after a dry run it has not
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
