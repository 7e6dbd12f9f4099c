package dev.pagetrack.table.rebuild;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toList;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.OpenTable;
import dev.pagetrack.table.item.Queries;
import dev.pagetrack.table.site.Meta;
import dev.pagetrack.table.site.RebuildNote;
import dev.pagetrack.table.site.RebuildNotes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Sets the rollups to what the raw views add up to. Ingestion may run at the same time. A rebuild can be stopped at any
 * time: the rollups that it has set are right, and the next run sets the rest.
 */
public final class Rebuild {

    /** How many pages are rebuilt at the same time. */
    private static final int THREADS = 8;

    private final Queries queries;
    private final RebuildNotes notes;
    private final Meta meta;
    private final RebuildContext context;

    public Rebuild(OpenTable table, RebuildSettings settings) {
        this.queries = table.queries();
        this.notes = new RebuildNotes(table);
        this.meta = new Meta(table);
        this.context = new RebuildContext(
                settings,
                table,
                new RawViewReader(queries, table.attributes()),
                new RollupSetter(table.items(), notes, settings.dryRun()));
    }

    public RebuildReport run() {
        var began = context.table().clock().instant();
        var before = notes.open();
        var reports = new ConcurrentLinkedQueue<RebuildReport>();
        OpenTable.inParallel(THREADS, pages(), page -> reports.add(new PageRebuild(page, context).run()));
        if (!context.settings().dryRun()) {
            finish(before, began);
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
     * Increases the number of rebuilds, then removes the notes of this rebuild and of those writers whose raw views it
     * has counted. A month may have changed although the totals are the same; the number tells those who keep a copy of
     * a month that it may be out of date. The notes are removed last, so that after an interruption the next rebuild
     * increases the number.
     */
    private void finish(List<RebuildNote> before, Instant began) {
        var own = context.setter().note();
        if (!before.isEmpty() || own.isPresent()) {
            meta.countRebuild();
        }
        notes.removeCovered(before, began);
        own.ifPresent(notes::remove);
    }

    private List<String> pages() {
        var pages = new ArrayList<String>();
        queries.items(
                queries.partition(context.table().attributes().indexPartition()).consistentRead(true),
                item -> pages.add(Attributes.sortKey(item)));
        return pages;
    }
}
