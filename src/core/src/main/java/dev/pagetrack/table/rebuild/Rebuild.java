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
 * Sets the rollups to what the raw views add up to. Ingestion may run at the same time. A rebuild can be stopped at any
 * time: the rollups that it has set are right, and the next run sets the rest.
 */
public final class Rebuild {

    /** How many pages are rebuilt at the same time. */
    private static final int THREADS = 8;

    private final Queries queries;
    private final PendingRebuild pending;
    private final Meta meta;
    private final RebuildContext context;

    public Rebuild(OpenTable table, RebuildSettings settings) {
        this.queries = table.queries();
        this.pending = new PendingRebuild(table);
        this.meta = new Meta(table);
        this.context = new RebuildContext(
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
        OpenTable.inParallel(THREADS, pages(), page -> reports.add(new PageRebuild(page, context).run()));
        if (!context.settings().dryRun()) {
            finish(before);
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
     * Increases the number of rebuilds, then removes the note that a rebuild is pending. A month may have changed
     * although the totals are the same; the number tells those who keep a copy of a month that it may be out of date.
     * The note is removed last, so that after an interruption the next rebuild increases the number.
     */
    private void finish(long before) {
        var raised = context.setter().raised();
        if (before > 0 || raised.isPresent()) {
            meta.countRebuild();
        }
        // Somebody else raised it between our read and our raise: they may have written views that we did not read.
        if (raised.isEmpty() || raised.getAsLong() == before + 1) {
            pending.clear(raised.orElse(before));
        }
    }

    private List<String> pages() {
        var pages = new ArrayList<String>();
        queries.items(
                queries.partition(context.table().attributes().indexPartition()).consistentRead(true),
                item -> pages.add(Attributes.sortKey(item)));
        return pages;
    }
}
