package dev.pagetrack.table.ledger;

import dev.pagetrack.view.View;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The views of one transaction, and what they add to the rollups.
 *
 * @param views sorted by page and time
 * @param pages by page, what the views add to its {@code INDEX} item
 * @param months by page and month, what the views add to its {@code MONTH} item
 */
record LedgerTransaction(List<View> views, Map<String, PageGain> pages, Map<PageMonth, MonthGain> months) {

    /**
     * The maximum number of actions in a transaction.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">TransactWriteItems</a>
     */
    static final int MAX_ACTIONS = 100;

    /** A page and a month: the key of a {@code MONTH} item. */
    record PageMonth(String page, YearMonth month) {

        static PageMonth of(View view) {
            return new PageMonth(view.page(), view.month());
        }
    }

    /**
     * Creates a transaction of as many views from the beginning of a sorted list as fit, with the rollups that they
     * change.
     */
    static LedgerTransaction of(List<View> sorted) {
        var pages = new LinkedHashMap<String, PageGain>();
        var months = new LinkedHashMap<PageMonth, MonthGain>();
        int taken = 0;
        for (var view : sorted) {
            var month = PageMonth.of(view);
            int more = 1 + (pages.containsKey(view.page()) ? 0 : 1) + (months.containsKey(month) ? 0 : 1);
            if (taken + pages.size() + months.size() + more > MAX_ACTIONS) {
                break;
            }
            pages.computeIfAbsent(view.page(), any -> new PageGain()).add(view);
            months.computeIfAbsent(month, any -> new MonthGain()).add(view);
            taken++;
        }
        return new LedgerTransaction(List.copyOf(sorted.subList(0, taken)), pages, months);
    }
}
