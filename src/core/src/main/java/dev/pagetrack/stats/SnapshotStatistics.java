package dev.pagetrack.stats;

import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;

/**
 * Figures from a snapshot that was kept: only what it holds, for unknown is not zero.
 *
 * @param file the snapshot
 * @param expected the table and site whose figures it must hold
 * @param content what the file holds
 */
public record SnapshotStatistics(SnapshotFile file, SnapshotSource expected, Supplier<Optional<Snapshot>> content)
        implements StatisticsSource {

    /** Figures of a file that is read when they are asked for. */
    public SnapshotStatistics(SnapshotFile file, SnapshotSource expected) {
        this(file, expected, file::read);
    }

    /** The figures that the file holds now, which another thread reads while there is something else to do. */
    public SnapshotStatistics readAhead() {
        Callable<Optional<Snapshot>> read = file::read;
        var reading = ForkJoinPool.commonPool().submit(read);
        return new SnapshotStatistics(file, expected, reading::join);
    }

    /**
     * {@inheritDoc}
     *
     * @throws UncheckedIOException if there is a file, but it is damaged
     */
    @Override
    public Snapshot read(Months months) {
        var found = content.get();
        if (found.isEmpty()) {
            throw new StatisticsUnavailableException("There is no snapshot " + file.path()
                    + ". pagetrack:render and pagetrack:fetch write it where the table can be reached.");
        }
        var snapshot = found.get();
        requireExpected(snapshot);
        var missing = new TreeSet<>(months.of(snapshot.asOf(), snapshot.totals()));
        missing.removeAll(snapshot.months().keySet());
        missing.addAll(missingReferrers(snapshot, months));
        if (!missing.isEmpty()) {
            throw new StatisticsUnavailableException("The snapshot " + file.path() + " of " + snapshot.asOf()
                    + " does not hold " + missing + ", which the markers ask for. pagetrack:render and pagetrack:fetch"
                    + " write it anew where the table can be reached.");
        }
        return snapshot;
    }

    private static Set<YearMonth> missingReferrers(Snapshot snapshot, Months months) {
        var missing = new TreeSet<>(months.referrers(snapshot.asOf(), snapshot.totals()));
        missing.removeAll(snapshot.referrers().keySet());
        return missing;
    }

    /**
     * What the file holds, if that is of use to who reads the table: no file, a damaged one and that of another site is
     * nothing that must stop them.
     */
    public Optional<Snapshot> usable() {
        try {
            return content.get()
                    .filter(snapshot ->
                            snapshot.isOf(expected) && snapshot.source().isPresent());
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private void requireExpected(Snapshot snapshot) {
        if (!snapshot.isOf(expected)) {
            throw new StatisticsUnavailableException("The snapshot " + file.path() + " holds the figures of "
                    + snapshot.source().orElseThrow() + ", and not of " + expected
                    + ": set <snapshot> (pagetrack.snapshot) to a file of this site's own.");
        }
    }
}
