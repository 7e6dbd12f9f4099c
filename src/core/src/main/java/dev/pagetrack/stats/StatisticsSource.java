package dev.pagetrack.stats;

import dev.pagetrack.table.PageTotal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Set;
import java.util.SortedMap;

/** Where figures come from: the table, or a snapshot that was read from it before. */
public interface StatisticsSource {

    /** Which months somebody needs, beside the totals. */
    @FunctionalInterface
    interface Months {

        /**
         * Chooses the months.
         *
         * @param asOf the instant that the figures are of: where "the last 30 days" end
         * @param totals the total of each page that was ever viewed
         */
        Set<YearMonth> of(Instant asOf, SortedMap<String, PageTotal> totals);

        /**
         * Chooses the months whose referrers somebody needs: a reading of their own. Asked after the others.
         *
         * @param asOf the instant that the figures are of
         * @param totals the total of each page that was ever viewed
         */
        default Set<YearMonth> referrers(Instant asOf, SortedMap<String, PageTotal> totals) {
            return Set.of();
        }
    }

    /**
     * Reads the totals of all pages, and the days of the months that are chosen then.
     *
     * @throws StatisticsUnavailableException if they cannot be read just now
     */
    Snapshot read(Months months);
}
