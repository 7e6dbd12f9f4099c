package dev.pagetrack.stats;

import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Figures from a snapshot that was kept: only what it holds, for unknown is not zero.
 *
 * @param file the snapshot
 */
public record SnapshotStatistics(SnapshotFile file) implements StatisticsSource {

    /**
     * {@inheritDoc}
     *
     * @throws java.io.UncheckedIOException if there is a file, but it is damaged
     */
    @Override
    public Snapshot read(Months months) {
        var snapshot = file.read()
                .orElseThrow(() -> new StatisticsUnavailableException("There is no snapshot " + file.path()
                        + ". pagetrack:render and pagetrack:fetch write it where the table can be reached."));
        var missing = new TreeSet<>(months.of(snapshot.asOf(), new TreeMap<>(snapshot.totals())));
        missing.removeAll(snapshot.months().keySet());
        if (!missing.isEmpty()) {
            throw new StatisticsUnavailableException("The snapshot " + file.path() + " of " + snapshot.asOf()
                    + " does not hold " + missing + ", which the markers ask for. pagetrack:render and pagetrack:fetch"
                    + " write it anew where the table can be reached.");
        }
        return snapshot;
    }
}
