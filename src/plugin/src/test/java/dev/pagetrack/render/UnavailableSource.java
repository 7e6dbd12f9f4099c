package dev.pagetrack.render;

import dev.pagetrack.stats.Snapshot;
import dev.pagetrack.stats.StatisticsSource;
import dev.pagetrack.stats.StatisticsUnavailableException;

/**
 * A table that is away.
 *
 * @param reason what it says
 */
record UnavailableSource(StatisticsUnavailableException reason) implements StatisticsSource {

    @Override
    public Snapshot read(Months months) {
        throw reason;
    }
}
