package dev.pagetrack.table;

import dev.pagetrack.view.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Counts views, each once, however often and in whatever order it is given: the raw view in the table is the ledger, and
 * the rollups change in the same transaction in which it appears.
 */
public final class Ledger implements AutoCloseable {

    private final List<Lane> lanes;
    private final Consumer<Collection<View>> check;
    private final ExecutorService executor;

    /** @param check is shown the views before they are written, and throws if they must not be */
    Ledger(List<? extends Lane> lanes, Consumer<Collection<View>> check) {
        this.lanes = List.copyOf(lanes);
        this.check = check;
        this.executor = Executors.newFixedThreadPool(lanes.size(), task -> {
            var thread = new Thread(task, "pagetrack-ledger");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Writes views. When it returns, all of them are in the table and counted; when it fails, some are, consistently,
     * and giving the same views again completes it.
     *
     * @throws TableException if the table cannot be used
     */
    public LedgerReport write(Collection<View> views) {
        check.accept(views);
        // One record delivered twice is one row; a transaction must not name it twice.
        var distinct = new TreeSet<>(View.ORDER);
        distinct.addAll(views);
        var repeated = new LedgerReport(0, views.size() - (long) distinct.size(), 0);
        var tasks = new ArrayList<Future<LedgerReport>>();
        for (int i = 0; i < lanes.size(); i++) {
            tasks.add(executor.submit(task(i, distinct)));
        }
        return all(tasks, repeated);
    }

    /** Waits for all, also when one failed: who closes the table after us must not find transactions under way. */
    private LedgerReport all(List<Future<LedgerReport>> tasks, LedgerReport begin) {
        var sum = begin;
        RuntimeException failure = null;
        for (var task : tasks) {
            try {
                sum = sum.plus(result(task));
            } catch (TableException | IllegalStateException e) {
                stop();
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return sum;
    }

    /** Makes {@link #write} end after the transactions that are under way, with an exception if views are left. */
    public void stop() {
        lanes.forEach(Lane::stop);
    }

    private Callable<LedgerReport> task(int lane, Collection<View> views) {
        return () -> lanes.get(lane)
                .write(views.stream()
                        .filter(view -> Math.floorMod(view.page().hashCode(), lanes.size()) == lane)
                        .toList());
    }

    private static LedgerReport result(Future<LedgerReport> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TableException("writing views was interrupted. What was written is consistent; run it again.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    static void requireNot(boolean stopped) {
        if (stopped) {
            throw new TableException("writing views was stopped. What was written is consistent; run it again.");
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
