package dev.pagetrack.table.ledger;

import dev.pagetrack.table.item.BatchWriter;
import dev.pagetrack.table.site.PendingRebuild;
import dev.pagetrack.view.View;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes raw views and nothing else, for half the price of a transaction: one that is there already is put there once
 * more, the same. The rollups are for a rebuild to make; it finds the pages in {@code INDEX}, so they are listed first.
 */
final class BulkViewWriter implements ViewWriter {

    private static final int CHUNK = 1_000;

    /** How many pages are remembered to be listed; to list one again costs a write unit. */
    private static final int REMEMBERED = 20_000;

    private final PendingRebuild pending;
    private final RawViews rawViews;
    private final BatchWriter writer;
    private final Set<String> listed = new HashSet<>();
    private volatile boolean stopped;

    BulkViewWriter(PendingRebuild pending, RawViews rawViews, BatchWriter writer) {
        this.pending = pending;
        this.rawViews = rawViews;
        this.writer = writer;
    }

    @Override
    public synchronized LedgerReport write(List<View> views) {
        long units = list(views);
        for (int from = 0; from < views.size(); from += CHUNK) {
            Ledger.requireNot(stopped);
            units += writer.put(views.subList(from, Math.min(views.size(), from + CHUNK)).stream()
                    .map(rawViews::item)
                    .toList());
        }
        return new LedgerReport(views.size(), 0, units);
    }

    private long list(List<View> views) {
        var pages = views.stream().map(View::page).collect(Collectors.toSet());
        pages.removeAll(listed);
        pending.list(pages);
        if (listed.size() > REMEMBERED) {
            listed.clear();
        }
        listed.addAll(pages);
        return pages.size();
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
