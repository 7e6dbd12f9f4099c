package dev.pagetrack.stats;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Set;

/** Where figures come from: the table, or a snapshot that was read from it before. */
public interface StatisticsSource {

    /** The instant that the figures are of: where "the last 30 days" end. */
    Instant asOf();

    /**
     * Reads the totals of all pages, and the days of the given months.
     *
     * @throws StatisticsUnavailableException if they cannot be read just now
     */
    Snapshot read(Set<YearMonth> months);
}
