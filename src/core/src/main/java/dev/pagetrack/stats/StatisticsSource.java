package dev.pagetrack.stats;

import dev.pagetrack.figures.PageTotal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Set;
import java.util.SortedMap;

/** A source of figures: the table, or an earlier snapshot of it. */
public interface StatisticsSource {

    /** Chooses the months that the caller needs, besides the totals. */
    @FunctionalInterface
    interface Months {

        /**
         * Chooses the months whose daily views are needed.
         *
         * @param asOf the time of the figures, which is the end of periods such as "the last 30 days"
         * @param totals the total of each page that was ever viewed
         */
        Set<YearMonth> of(Instant asOf, SortedMap<String, PageTotal> totals);

        /**
         * Chooses the months whose referrers are needed. They are read separately. This method is called after the
         * other.
         *
         * @param asOf the time of the figures
         * @param totals the total of each page that was ever viewed
         */
        default Set<YearMonth> referrers(Instant asOf, SortedMap<String, PageTotal> totals) {
            return Set.of();
        }
    }

    /**
     * Reads the totals of all pages, and then the daily views of the months that are chosen.
     *
     * @throws StatisticsUnavailableException if they cannot be read at the moment
     */
    Snapshot read(Months months);
}
