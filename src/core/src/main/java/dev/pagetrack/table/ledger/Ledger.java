package dev.pagetrack.table.ledger;

import dev.pagetrack.table.item.OpenTable;
import dev.pagetrack.table.item.TableException;
import dev.pagetrack.table.site.ListedPages;
import dev.pagetrack.table.site.Retention;
import dev.pagetrack.table.site.SiteLayout;
import dev.pagetrack.table.site.WriterNote;
import dev.pagetrack.view.View;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Counts each view once, however often and in whatever order views are given. Raw views are the ledger: a transaction
 * adds a raw view and changes the rollups together. Each page has one writer, so no two transactions of one ledger
 * conflict on a page.
 */
public final class Ledger implements AutoCloseable {

    /**
     * The number of parallel writers. The INDEX partition takes about 5 transactions of 100 actions per second, not
     * more.
     */
    private static final int WRITERS = 4;

    private final List<ViewWriter> writers;
    private final SiteLayout layout;

    private Ledger(Supplier<ViewWriter> newWriter, SiteLayout layout) {
        this.writers = Stream.generate(newWriter).limit(WRITERS).toList();
        this.layout = layout;
    }

    /**
     * Creates a ledger that writes raw views and updates the rollups.
     *
     * @param layout checks before the first write that the views may be written
     * @param retention how long the raw views are kept; empty if for ever
     * @param check is called before each request that writes; it throws an exception if the request must not be sent
     */
    public static Ledger counting(OpenTable table, SiteLayout layout, Optional<Retention> retention, Runnable check) {
        var sender = new TransactionSender(table, RawViews.counted(table, retention), check);
        return new Ledger(() -> new TransactionalViewWriter(table, sender), layout);
    }

    /**
     * Creates a ledger that writes only the raw views, and lists their pages for a later rebuild.
     *
     * @param note says so in the table
     * @param check is called before each request that writes; it throws an exception if the request must not be sent
     */
    public static Ledger bulk(
            OpenTable table, SiteLayout layout, Optional<Retention> retention, WriterNote note, Runnable check) {
        var pages = new ListedPages(table);
        var rawViews = RawViews.uncounted(table, retention);
        return new Ledger(() -> new BulkViewWriter(pages, note, check, rawViews, table.batchWriter()), layout);
    }

    /**
     * Writes views. When this returns, all of them are in the table and counted. If it fails, some are, and the table
     * is consistent; writing the same views again completes the work. In both cases no transaction is still running,
     * unless this thread was interrupted, so the caller can close the table.
     *
     * @throws TableException if the table cannot be used
     */
    public LedgerReport write(Collection<View> views) {
        layout.requireOwnLayout(views);
        // A log record that was delivered twice is one item, and a transaction must not contain an item twice.
        var distinct = new TreeSet<>(View.ORDER);
        distinct.addAll(views);
        var reports = new ConcurrentLinkedQueue<LedgerReport>();
        OpenTable.inParallel(writers.size(), writers, writer -> reports.add(write(writer, distinct)));
        var repeated = new LedgerReport(0, views.size() - (long) distinct.size(), 0);
        return reports.stream().reduce(repeated, LedgerReport::plus);
    }

    /** Writes the views of those pages that belong to a writer. */
    private LedgerReport write(ViewWriter writer, Collection<View> views) {
        try {
            int number = writers.indexOf(writer);
            return writer.write(views.stream()
                    .filter(view -> Math.floorMod(view.page().hashCode(), writers.size()) == number)
                    .toList());
        } catch (RuntimeException | Error e) {
            stop();
            throw e;
        }
    }

    /**
     * Makes {@link #write} end after the transactions that are running. It then throws an exception if views are left.
     */
    public void stop() {
        writers.forEach(ViewWriter::stop);
    }

    @Override
    public void close() {
        stop();
    }
}
