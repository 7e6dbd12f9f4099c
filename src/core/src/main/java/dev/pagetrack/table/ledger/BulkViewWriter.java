package dev.pagetrack.table.ledger;

import dev.pagetrack.table.item.BatchWriter;
import dev.pagetrack.table.site.ListedPages;
import dev.pagetrack.table.site.WriterNote;
import dev.pagetrack.view.View;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes raw views without rollups, for half the price of a transaction. A raw view that already exists is overwritten
 * with the same item. A rebuild sets the rollups later. It reads the pages from {@code INDEX}, so they are listed
 * first.
 */
final class BulkViewWriter implements ViewWriter {

    /** The number of views that are written before this writer checks again whether it was stopped. */
    private static final int CHUNK = 1_000;

    /** The number of listed pages to remember. Listing a page again costs one write unit. */
    private static final int MAX_REMEMBERED = 20_000;

    private final ListedPages pages;
    private final WriterNote note;
    private final Runnable check;
    private final RawViews rawViews;
    private final BatchWriter batchWriter;
    private final Set<String> listed = new HashSet<>();
    private volatile boolean stopped;

    BulkViewWriter(ListedPages pages, WriterNote note, Runnable check, RawViews rawViews, BatchWriter batchWriter) {
        this.pages = pages;
        this.note = note;
        this.check = check;
        this.rawViews = rawViews;
        this.batchWriter = batchWriter;
    }

    @Override
    public synchronized LedgerReport write(List<View> views) {
        long units = list(views);
        for (int from = 0; from < views.size(); from += CHUNK) {
            ViewWriter.requireNotStopped(stopped);
            check.run();
            note.renewIfDue();
            units += batchWriter.put(views.subList(from, Math.min(views.size(), from + CHUNK)).stream()
                    .map(rawViews::item)
                    .toList());
        }
        return new LedgerReport(views.size(), 0, units);
    }

    private long list(List<View> views) {
        var unlisted = views.stream().map(View::page).collect(Collectors.toSet());
        unlisted.removeAll(listed);
        pages.add(unlisted);
        if (listed.size() > MAX_REMEMBERED) {
            listed.clear();
        }
        listed.addAll(unlisted);
        return unlisted.size();
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
