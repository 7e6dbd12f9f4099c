package dev.pagetrack.maven;

import dev.pagetrack.stats.Snapshot;
import dev.pagetrack.table.Layout;
import org.apache.maven.plugin.logging.Log;

/** Warns of figures that are probably not what their reader takes them for. */
final class TableWarnings {

    private final TableAccess access;
    private final Log log;

    /**
     * @param access the table that the figures are of
     * @param log where the warnings go
     */
    TableWarnings(TableAccess access, Log log) {
        this.access = access;
        this.log = log;
    }

    /** Where a name is mistyped, all pages would show 0 without a word. */
    void warnIfNoViews(Snapshot figures) {
        if (figures.totals().isEmpty()) {
            log.warn("No page has a view in table '" + access.settings().name() + "'"
                    + access.settings()
                            .siteId()
                            .map(id -> ", <siteId> (pagetrack.siteId) '" + id + "'")
                            .orElse(", without a <siteId> (pagetrack.siteId)")
                    + ": count with pagetrack:ingest, or check both names with pagetrack:doctor.");
        }
    }

    /** Only if the table was read: it may be away. */
    void warnIfRebuildPending() {
        if (access.queryCost().isPresent()
                && access.table().layout() == Layout.PAGETRACK
                && access.table().upkeep().isRebuildPending()) {
            log.warn(
                    "Counts are missing: a bulk ingestion (pagetrack.bulk), a rebuild or a move has not come to its end."
                            + " Run it again, or pagetrack:rebuild; pagetrack:doctor tells which it is.");
        }
    }
}
