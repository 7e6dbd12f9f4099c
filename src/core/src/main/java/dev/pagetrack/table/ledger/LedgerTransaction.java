package dev.pagetrack.table.ledger;

import dev.pagetrack.view.View;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * As many views as fit into one transaction, and what they add up to.
 *
 * @param views sorted by page and time
 * @param pages by page, what its {@code INDEX} item gains
 * @param months by page and month, what its {@code MONTH} item gains
 */
record LedgerTransaction(List<View> views, Map<String, PageGain> pages, Map<PageMonth, MonthGain> months) {

    /**
     * The most actions DynamoDB takes in one.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">TransactWriteItems</a>
     */
    static final int MAX_ACTIONS = 100;

    /** The month of a page. */
    record PageMonth(String page, YearMonth month) {

        static PageMonth of(View view) {
            return new PageMonth(view.page(), view.month());
        }
    }

    /** Takes as many views from the front of a sorted list as fit with the rollups they touch. */
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
