package dev.pagetrack.stats;

import dev.pagetrack.table.DailyViews;
import dev.pagetrack.table.PageTotal;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The months of a snapshot that was kept, and whether they still hold. Logs come a day late and back-fill touches any
 * month, so no month is ever closed. But views are only ever added, to the total and to a month: if, for every page, the
 * total grew by just as much as the months that were read anew, no other month has changed.
 */
final class KeptMonths {

    private static final DailyViews NONE = DailyViews.of();

    private final Snapshot snapshot;
    private final ViewedMonths viewed;

    KeptMonths(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.viewed = new ViewedMonths(snapshot.totals().values());
    }

    /** A month as it was then; empty if that is not known. Outside the months that were viewed then, nothing was. */
    Optional<SortedMap<String, DailyViews>> month(YearMonth month) {
        var held = snapshot.months().get(month);
        return held != null || viewed.contain(month) ? Optional.ofNullable(held) : Optional.of(new TreeMap<>());
    }

    /** All months that are held. */
    Map<YearMonth, ? extends SortedMap<String, DailyViews>> all() {
        return snapshot.months();
    }

    /**
     * Whether all months but those read anew are as they were.
     *
     * @param totals the totals now
     * @param fresh the months read anew
     */
    boolean hold(SortedMap<String, PageTotal> totals, Map<YearMonth, SortedMap<String, DailyViews>> fresh) {
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
