package dev.pagetrack.render;

import dev.pagetrack.stats.Snapshot;
import dev.pagetrack.stats.StatisticsSource;
import dev.pagetrack.stats.StatisticsUnavailableException;

/**
 * A source that cannot read any figures.
 *
 * @param reason the exception that it throws
 */
record UnavailableSource(StatisticsUnavailableException reason) implements StatisticsSource {

    @Override
    public Snapshot read(Months months) {
        throw reason;
    }
}
