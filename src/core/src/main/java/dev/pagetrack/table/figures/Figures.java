package dev.pagetrack.table.figures;

import dev.pagetrack.figures.DailyViews;
import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.figures.TotalVisitor;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/** What is read from a table, in whatever layout. */
public interface Figures {

    /** The totals of all pages whose page path begins with a prefix. */
    SortedMap<String, PageTotal> totals(String prefix);

    /**
     * Shows those totals, in the order of their UTF-8 bytes.
     *
     * @param after begins behind this page path; empty for the first
     * @return the read units this took
     */
    double totals(String prefix, String after, TotalVisitor visitor);

    /** The totals of some pages. */
    SortedMap<String, PageTotal> totals(Collection<String> pages);

    /** The days of all pages that were viewed in a month. */
    SortedMap<String, DailyViews> month(YearMonth month);

    /** The views of all pages in a month by the host they came from; nothing where the layout does not tell. */
    SortedMap<String, SortedMap<String, Long>> referrers(YearMonth month);

    /** The keys of items that stand among raw views and are none, as far as {@link #totals(String)} saw them. */
    default List<String> leftOut() {
        return List.of();
    }

    /** The days of some pages together. */
    SortedMap<YearMonth, DailyViews> months(Collection<String> pages, Collection<YearMonth> months);
}
