package dev.pagetrack.ingest;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.Parallel;
import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.LogReader;
import dev.pagetrack.log.UnreadableLogException;
import dev.pagetrack.view.ViewFinder;
import dev.pagetrack.view.ViewPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Reads log objects and reports what an ingestion would count, without a table. It counts the lines that the policy
 * accepts. It does not detect duplicates: a record in two log objects is one view in the table, but counts as two here.
 */
public final class DryRun {

    private final ViewPolicy policy;
    private final Optional<ViewPolicy> other;
    private final int threads;
    private final RunLimits limits;

    /**
     * @param policy which requests are views
     * @param threads how many log objects are read at the same time
     */
    public DryRun(ViewPolicy policy, int threads) {
        this(policy, threads, Clock.systemUTC());
    }

    /** @param clock the current time: lines of the future do not count */
    public DryRun(ViewPolicy policy, int threads, Clock clock) {
        this(policy, Optional.empty(), threads, clock);
    }

    /**
     * @param policy which requests are views
     * @param other another policy; the report says what it would count differently
     * @param threads how many log objects are read at the same time
     * @param clock the current time: lines of the future do not count
     */
    public DryRun(ViewPolicy policy, Optional<ViewPolicy> other, int threads, Clock clock) {
        this.policy = requireNonNull(policy, "policy");
        this.other = requireNonNull(other, "other");
        this.threads = threads;
        this.limits = RunLimits.ofDryRun(clock);
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
        var tallies = new ConcurrentLinkedQueue<DryRunTally>();
        try {
            Parallel.forEach(threads, objects.size(), () -> {
                var tally = new DryRunTally();
                tallies.add(tally);
                var finder = ViewFinder.withoutIds(policy);
                var otherFinder = other.map(ViewFinder::withoutIds);
                return i -> read(meter.metered(objects.get(i)), i, finder, otherFinder, tally);
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the dry run was interrupted", e);
        }
        var all = new DryRunTally();
        tallies.forEach(all::add);
        return all.report(objects, other.isPresent());
    }

    private void read(
            ProgressMeter.Metered object,
            int index,
            ViewFinder finder,
            Optional<ViewFinder> otherFinder,
            DryRunTally tally) {
        var lines = new ObjectTally(object, finder, limits, tally::addView);
        var comparison = otherFinder.map(other -> new ObjectComparison(lines, finder, other));
        try {
            LogReader.read(object, comparison.isPresent() ? comparison.get() : lines);
            tally.add(index, lines.summary());
            comparison.ifPresent(compared -> tally.add(index, compared));
        } catch (UnreadableLogException e) {
            tally.unreadable(index, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(object.name() + " cannot be read: " + e.getMessage(), e);
        }
        object.done();
    }
}
