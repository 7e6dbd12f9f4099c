package dev.pagetrack.ingest;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.LogReader;
import dev.pagetrack.log.UnreadableLogException;
import dev.pagetrack.view.ViewFinder;
import dev.pagetrack.view.ViewPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads log objects and reports what an ingestion would count, without a table. It counts the lines that the policy
 * accepts. It does not detect duplicates: a record in two log objects is one view in the table, but counts as two here.
 */
public final class DryRun {

    private final ViewPolicy policy;
    private final int threads;

    /**
     * @param policy which requests are views
     * @param threads how many log objects are read at the same time
     */
    public DryRun(ViewPolicy policy, int threads) {
        this.policy = requireNonNull(policy, "policy");
        this.threads = threads;
    }

    /** Reads log objects without reporting progress. */
    public DryRunReport run(List<? extends LogObject> objects) {
        return run(objects, IngestProgress.Listener.NONE);
    }

    /**
     * Reads log objects. Memory grows with the number of different pages, not with the size or number of objects.
     *
     * @throws UncheckedIOException if a log object cannot be read
     */
    public DryRunReport run(List<? extends LogObject> objects, IngestProgress.Listener listener) {
        var meter = new ProgressMeter(objects, listener, false);
        var next = new AtomicInteger();
        var executor = Executors.newFixedThreadPool(threads, task -> {
            var thread = new Thread(task, "pagetrack-dry-run");
            thread.setDaemon(true);
            return thread;
        });
        try {
            var tasks = new ArrayList<Future<DryRunTally>>();
            for (int i = 0; i < threads; i++) {
                tasks.add(executor.submit(() -> tallyOrStopAll(objects, meter, next)));
            }
            var all = new DryRunTally();
            for (var task : tasks) {
                all.add(result(task));
            }
            return all.report(objects);
        } finally {
            executor.shutdownNow();
        }
    }

    private DryRunTally tallyOrStopAll(List<? extends LogObject> objects, ProgressMeter meter, AtomicInteger next) {
        try {
            return tally(objects, meter, next);
        } catch (RuntimeException e) {
            next.set(objects.size());
            throw e;
        }
    }

    /** Reads one object after the other until none is left. */
    private DryRunTally tally(List<? extends LogObject> objects, ProgressMeter meter, AtomicInteger next) {
        var tally = new DryRunTally();
        var finder = ViewFinder.withoutIds(policy);
        for (int i = next.getAndIncrement(); i < objects.size(); i = next.getAndIncrement()) {
            var object = meter.metered(objects.get(i));
            var lines = new ObjectTally(object, finder, tally::addView);
            try {
                LogReader.read(object, lines);
                tally.add(i, lines.summary());
            } catch (UnreadableLogException e) {
                tally.unreadable(i, e.getMessage());
            } catch (IOException e) {
                throw new UncheckedIOException(object.name() + " cannot be read: " + e.getMessage(), e);
            }
            object.done();
        }
        return tally;
    }

    private static DryRunTally result(Future<DryRunTally> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the dry run was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
