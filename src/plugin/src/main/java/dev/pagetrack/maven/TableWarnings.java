package dev.pagetrack.maven;

import dev.pagetrack.stats.Snapshot;
import dev.pagetrack.table.item.Layout;
import org.apache.maven.plugin.logging.Log;

/** Warns about figures that are probably wrong or incomplete. */
final class TableWarnings {

    private final TableAccess access;
    private final Log log;

    /**
     * @param access the table that the figures come from
     * @param log the log that warnings are written to
     */
    TableWarnings(TableAccess access, Log log) {
        this.access = access;
        this.log = log;
    }

    /** Warns if there is no view at all. Otherwise a mistyped name would show 0 on all pages, without any message. */
    void warnIfNoViews(Snapshot figures) {
        if (figures.totals().isEmpty()) {
            log.warn("No page has a view in table '" + access.settings().name() + "'"
                    + access.settings()
                            .siteId()
                            .map(id -> ", <siteId> (pagetrack.siteId) '" + id + "'")
                            .orElse(", without a <siteId> (pagetrack.siteId)")
                    + ": count views with pagetrack:ingest, or check both names with pagetrack:doctor.");
        }
    }

    /** Warns if another version of pagetrack named the pages. Checks it only if the table was read. */
    void warnIfNamedByAnotherVersion() {
        if (access.queryCost().isPresent()) {
            access.table()
                    .namingProblem()
                    .ifPresent(problem ->
                            log.warn(problem + " Until then, pages whose names have" + " changed show too few views."));
        }
    }

    /** Warns if counts are missing. Checks it only if the table was read, because the table may be unreachable. */
    void warnIfRebuildPending() {
        if (access.queryCost().isPresent()
                && access.table().layout() == Layout.PAGETRACK
                && access.table().maintenance().isRebuildPending()) {
            log.warn("Counts are missing: a bulk ingestion (pagetrack.bulk), a rebuild or a move is not finished."
                    + " Run it again, or run pagetrack:rebuild; pagetrack:doctor says which one it is.");
        }
    }
}
