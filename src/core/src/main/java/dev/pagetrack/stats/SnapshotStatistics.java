package dev.pagetrack.stats;

import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Figures from a snapshot that was kept: only what it holds, for unknown is not zero.
 *
 * @param file the snapshot
 * @param expected the table and site whose figures it must hold
 */
public record SnapshotStatistics(SnapshotFile file, SnapshotSource expected) implements StatisticsSource {

    /**
     * {@inheritDoc}
     *
     * @throws UncheckedIOException if there is a file, but it is damaged
     */
    @Override
    public Snapshot read(Months months) {
        var snapshot = file.read()
                .orElseThrow(() -> new StatisticsUnavailableException("There is no snapshot " + file.path()
                        + ". pagetrack:render and pagetrack:fetch write it where the table can be reached."));
        requireExpected(snapshot);
        var missing = new TreeSet<>(months.of(snapshot.asOf(), new TreeMap<>(snapshot.totals())));
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
        var missing = new TreeSet<>(months.referrers(snapshot.asOf(), new TreeMap<>(snapshot.totals())));
        missing.removeAll(snapshot.referrers().keySet());
        return missing;
    }

    /**
     * What the file holds, if that is of use to who reads the table: no file, a damaged one and that of another site is
     * nothing that must stop them.
     */
    public Optional<Snapshot> usable() {
        try {
            return file.read()
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
