package dev.pagetrack.table;

import java.time.YearMonth;
import java.util.Collection;
import java.util.SortedMap;

/**
 * The figures of our own layout, from the rollups.
 *
 * @param queries reads many pages
 * @param pageReads reads a few
 */
record RollupFigures(RollupQueries queries, PageReads pageReads) implements Figures {

    @Override
    public SortedMap<String, PageTotal> totals(String prefix) {
        return queries.totals(prefix);
    }

    @Override
    public double totals(String prefix, String after, TotalVisitor visitor) {
        return queries.totals(prefix, after, visitor);
    }

    @Override
    public SortedMap<String, PageTotal> totals(Collection<String> pages) {
        return pageReads.totals(pages);
    }

    @Override
    public SortedMap<String, DailyViews> month(YearMonth month) {
        return queries.month(month);
    }

    @Override
    public SortedMap<String, SortedMap<String, Long>> referrers(YearMonth month) {
        return queries.referrers(month);
    }

    @Override
    public SortedMap<YearMonth, DailyViews> months(Collection<String> pages, Collection<YearMonth> months) {
        return pageReads.months(pages, months);
    }
}
