package dev.pagetrack.table.figures;

import dev.pagetrack.figures.DailyViews;
import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.figures.TotalVisitor;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/** Reads statistics from a table. Each layout has its own implementation. */
public interface Figures {

    /** Returns the totals of all pages whose page path begins with a prefix. */
    SortedMap<String, PageTotal> totals(String prefix);

    /**
     * Passes on the totals of all pages whose page path begins with a prefix, in the order of the UTF-8 bytes of the
     * paths.
     *
     * @param after begin after this page path; empty to begin with the first page
     * @return the read units that this consumed
     */
    double totals(String prefix, String after, TotalVisitor visitor);

    /** Returns the totals of some pages; pages without views are left out. */
    SortedMap<String, PageTotal> totals(Collection<String> pages);

    /** Returns the views by day of all pages that were viewed in a month. */
    SortedMap<String, DailyViews> month(YearMonth month);

    /**
     * Returns by page the views of a month by referrer host. It is empty if the layout does not store referrer hosts.
     */
    SortedMap<String, SortedMap<String, Long>> referrers(YearMonth month);

    /**
     * Returns the keys of items that {@link #totals(String)} found among raw views but did not count, as they are none.
     */
    default List<String> leftOut() {
        return List.of();
    }

    /** Returns by month the views by day, summed over some pages. */
    SortedMap<YearMonth, DailyViews> months(Collection<String> pages, Collection<YearMonth> months);
}
