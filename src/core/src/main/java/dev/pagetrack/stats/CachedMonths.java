package dev.pagetrack.stats;

import dev.pagetrack.figures.DailyViews;
import dev.pagetrack.figures.PageTotal;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The months of an earlier snapshot, which need not be read from the table again if they are unchanged. No month is
 * ever final: logs come up to a day late, and a back-fill can change any month. But views are only added, and each view
 * is added both to the page's total and to a month. So if, for every page, the total has grown by exactly as much as
 * the months that were read again, no other month has changed. The totals must have been read after these months.
 */
final class CachedMonths {

    private static final DailyViews NONE = DailyViews.of();

    private final Snapshot snapshot;
    private final MonthSpan viewed;

    CachedMonths(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.viewed = new MonthSpan(snapshot.totals().values());
    }

    /**
     * A month as it was at the time of the snapshot; empty if that is not known. A month outside the time from the
     * first view to the last is known to have no views.
     */
    Optional<SortedMap<String, DailyViews>> month(YearMonth month) {
        var cached = snapshot.months().get(month);
        return cached != null || viewed.contains(month) ? Optional.ofNullable(cached) : Optional.of(new TreeMap<>());
    }

    /** All months that the snapshot contains. */
    Map<YearMonth, ? extends SortedMap<String, DailyViews>> all() {
        return snapshot.months();
    }

    /**
     * Whether all months of the snapshot are unchanged, except those that were read again.
     *
     * @param totals the totals, read after the months
     * @param fresh the months that were read again
     */
    boolean areUnchanged(SortedMap<String, PageTotal> totals, Map<YearMonth, SortedMap<String, DailyViews>> fresh) {
        return totals.keySet().containsAll(snapshot.totals().keySet())
                && fresh.keySet().stream().allMatch(month -> month(month).isPresent())
                && totals.entrySet().stream()
                        .allMatch(page -> page.getValue().views() - snapshot.views(page.getKey())
                                == growth(page.getKey(), fresh));
    }

    private long growth(String page, Map<YearMonth, SortedMap<String, DailyViews>> fresh) {
        long growth = 0;
        for (var month : fresh.entrySet()) {
            var then = month(month.getKey()).orElseThrow();
            growth += views(month.getValue(), page) - views(then, page);
        }
        return growth;
    }

    private static long views(Map<String, DailyViews> month, String page) {
        return month.getOrDefault(page, NONE).sum();
    }
}
