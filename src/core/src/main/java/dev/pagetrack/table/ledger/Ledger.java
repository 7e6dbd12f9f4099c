package dev.pagetrack.table.ledger;

import dev.pagetrack.table.item.OpenTable;
import dev.pagetrack.table.item.TableException;
import dev.pagetrack.table.site.PendingRebuild;
import dev.pagetrack.table.site.Retention;
import dev.pagetrack.table.site.SiteLayout;
import dev.pagetrack.view.View;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Counts views, each once, however often and in whatever order it is given: the raw view in the table is the ledger, and
 * the rollups change in the same transaction in which it appears.
 */
public final class Ledger implements AutoCloseable {

    /** How many transactions are in flight at once: the INDEX partition takes no more than some 5 of 100 a second. */
    private static final int LANES = 4;

    private final List<ViewWriter> lanes;
    private final SiteLayout layout;

    private Ledger(Supplier<ViewWriter> lanes, SiteLayout layout) {
        this.lanes = Stream.generate(lanes).limit(LANES).toList();
        this.layout = layout;
    }

    /**
     * A ledger that changes the rollups with the raw views.
     *
     * @param layout is shown the views before they are written, and throws if they must not be
     * @param retention how long the raw views are kept, if not for ever
     */
    public static Ledger counting(OpenTable table, SiteLayout layout, Optional<Retention> retention) {
        var writer = new TransactionSender(table, new RawViews(table.attributes(), retention));
        return new Ledger(() -> new TransactionalViewWriter(table, writer), layout);
    }

    /** A ledger that only writes the raw views, and lists their pages for a rebuild. */
    public static Ledger bulk(OpenTable table, SiteLayout layout, Optional<Retention> retention) {
        var pending = new PendingRebuild(table);
        var rawViews = new RawViews(table.attributes(), retention);
        return new Ledger(() -> new BulkViewWriter(pending, rawViews, table.batchWriter()), layout);
    }

    /**
     * Writes views. When it returns, all of them are in the table and counted; when it fails, some are, consistently,
     * and giving the same views again completes it. Either way no transaction is under way any more, unless this thread
     * was interrupted: who closes the table after us must not find one.
     *
     * @throws TableException if the table cannot be used
     */
    public LedgerReport write(Collection<View> views) {
        layout.requireOwnLayout(views);
        // One record delivered twice is one row; a transaction must not name it twice.
        var distinct = new TreeSet<>(View.ORDER);
        distinct.addAll(views);
        var reports = new ConcurrentLinkedQueue<LedgerReport>();
        OpenTable.inParallel(lanes.size(), lanes, lane -> reports.add(write(lane, distinct)));
        var repeated = new LedgerReport(0, views.size() - (long) distinct.size(), 0);
        return reports.stream().reduce(repeated, LedgerReport::plus);
    }

    private LedgerReport write(ViewWriter lane, Collection<View> views) {
        try {
            int number = lanes.indexOf(lane);
            return lane.write(views.stream()
                    .filter(view -> Math.floorMod(view.page().hashCode(), lanes.size()) == number)
                    .toList());
        } catch (RuntimeException | Error e) {
            stop();
            throw e;
        }
    }

    /** Makes {@link #write} end after the transactions that are under way, with an exception if views are left. */
    public void stop() {
        lanes.forEach(ViewWriter::stop);
    }

    static void requireNot(boolean stopped) {
        if (stopped) {
            throw new TableException("writing views was stopped. What was written is consistent; run it again.");
        }
    }

    @Override
    public void close() {
        stop();
    }
}
