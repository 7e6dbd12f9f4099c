package dev.pagetrack.render;

import dev.pagetrack.stats.Snapshot;
import dev.pagetrack.stats.StatisticsSource;
import dev.pagetrack.stats.StatisticsUnavailableException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Set;

/**
 * A table that is away.
 *
 * @param reason what it says
 */
record UnavailableSource(StatisticsUnavailableException reason) implements StatisticsSource {

    @Override
    public Instant asOf() {
        return Instant.EPOCH;
    }

    @Override
    public Snapshot read(Set<YearMonth> months) {
        throw reason;
    }
}
