package dev.pagetrack.table.rebuild;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toList;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.OpenTable;
import dev.pagetrack.table.item.Queries;
import dev.pagetrack.table.site.Meta;
import dev.pagetrack.table.site.PendingRebuild;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Makes the rollups say what the raw views say, while ingestion may run. It can be stopped at any time: what it has set
 * is right, and running it again sets the rest.
 */
public final class Rebuild {

    /** How many pages are read at the same time. */
    private static final int THREADS = 8;

    /** What the rebuild of a page works with. */
    record Parts(RebuildSettings settings, OpenTable table, RawViewReader rawViews, RollupSetter setter) {}

    private final Queries queries;
    private final PendingRebuild pending;
    private final Meta meta;
    private final Parts parts;

    public Rebuild(OpenTable table, RebuildSettings settings) {
        this.queries = table.queries();
        this.pending = new PendingRebuild(table);
        this.meta = new Meta(table);
        this.parts = new Parts(
                settings,
                table,
                new RawViewReader(queries, table.attributes()),
                new RollupSetter(
                        table.items(),
                        pending,
                        settings.dryRun(),
                        UUID.randomUUID().getMostSignificantBits()));
    }

    public RebuildReport run() {
        long before = pending.current();
        var reports = new ConcurrentLinkedQueue<RebuildReport>();
        OpenTable.inParallel(THREADS, pages(), page -> reports.add(new PageRebuild(page, parts).run()));
        if (!parts.settings().dryRun()) {
            end(before);
        }
        return new RebuildReport(
                reports.size(),
                reports.stream().mapToLong(RebuildReport::views).sum(),
                reports.stream()
                        .flatMap(report -> report.changes().stream())
                        .sorted(RollupChange.ORDER)
                        .collect(collectingAndThen(toList(), List::copyOf)));
    }

    /**
     * Months that somebody keeps may be others now, though the totals prove nothing of that; so the number of rebuilds goes
     * up. The flag is taken away afterwards: until then the next rebuild comes to this place.
     */
    private void end(long before) {
        var raised = parts.setter().raised();
        if (before > 0 || raised.isPresent()) {
            meta.countRebuild();
        }
        // Whoever raised it between our reading and our raising may have written what we did not see.
        if (raised.isEmpty() || raised.getAsLong() == before + 1) {
            pending.clear(raised.orElse(before));
        }
    }

    private List<String> pages() {
        var pages = new ArrayList<String>();
        queries.items(
                queries.partition(parts.table().attributes().indexPartition()).consistentRead(true),
                item -> pages.add(Attributes.sortKey(item)));
        return pages;
    }
}
