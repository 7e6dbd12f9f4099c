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
 * Figures from a snapshot file. Months that the file does not contain are unknown, not zero, so asking for them fails.
 *
 * @param file the snapshot file
 * @param expected the table and site whose figures it must contain
 * @param content reads the content of the file; empty if there is no file
 */
public record SnapshotStatistics(SnapshotFile file, SnapshotSource expected, Supplier<Optional<Snapshot>> content)
        implements StatisticsSource {

    /** Figures of a file that is read when the figures are needed. */
    public SnapshotStatistics(SnapshotFile file, SnapshotSource expected) {
        this(file, expected, file::read);
    }

    /** The same figures, but another thread starts to read the file now, while the caller does something else. */
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
                    + ". Run pagetrack:render or pagetrack:fetch where the table can be reached to write it.");
        }
        var snapshot = found.get();
        requireExpected(snapshot);
        var missing = new TreeSet<>(months.of(snapshot.asOf(), snapshot.totals()));
        missing.removeAll(snapshot.months().keySet());
        missing.addAll(missingReferrers(snapshot, months));
        if (!missing.isEmpty()) {
            throw new StatisticsUnavailableException("The snapshot " + file.path() + " of " + snapshot.asOf()
                    + " does not contain the months " + missing + ", which the markers need. Run pagetrack:render or"
                    + " pagetrack:fetch where the table can be reached to write it again.");
        }
        return snapshot;
    }

    private static Set<YearMonth> missingReferrers(Snapshot snapshot, Months months) {
        var missing = new TreeSet<>(months.referrers(snapshot.asOf(), snapshot.totals()));
        missing.removeAll(snapshot.referrers().keySet());
        return missing;
    }

    /**
     * The content of the file as a cache for someone who reads the table. It is empty if there is no file, if the file
     * is damaged, or if it is of another table or site: all that need not stop someone who can read the table.
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
                    + snapshot.source().orElseThrow() + ", not of " + expected
                    + ": set <snapshot> (pagetrack.snapshot) to a separate file for this site.");
        }
    }
}
