package dev.pagetrack.table;

import dev.pagetrack.view.View;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Counts views, each once, however often and in whatever order it is given: the raw view in the table is the ledger, and
 * the rollups change in the same transaction in which it appears.
 */
public final class Ledger implements AutoCloseable {

    private final List<Lane> lanes;
    private final Consumer<Collection<View>> check;

    /** @param check is shown the views before they are written, and throws if they must not be */
    Ledger(List<? extends Lane> lanes, Consumer<Collection<View>> check) {
        this.lanes = List.copyOf(lanes);
        this.check = check;
    }

    /**
     * Writes views. When it returns, all of them are in the table and counted; when it fails, some are, consistently,
     * and giving the same views again completes it. Either way no transaction is under way any more, unless this thread
     * was interrupted: who closes the table after us must not find one.
     *
     * @throws TableException if the table cannot be used
     */
    public LedgerReport write(Collection<View> views) {
        check.accept(views);
        // One record delivered twice is one row; a transaction must not name it twice.
        var distinct = new TreeSet<>(View.ORDER);
        distinct.addAll(views);
        var reports = new ConcurrentLinkedQueue<LedgerReport>();
        OpenTable.inParallel(lanes.size(), lanes, lane -> reports.add(write(lane, distinct)));
        var repeated = new LedgerReport(0, views.size() - (long) distinct.size(), 0);
        return reports.stream().reduce(repeated, LedgerReport::plus);
    }

    private LedgerReport write(Lane lane, Collection<View> views) {
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
        lanes.forEach(Lane::stop);
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
