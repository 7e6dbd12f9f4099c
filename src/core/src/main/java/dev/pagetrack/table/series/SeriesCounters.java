package dev.pagetrack.table.series;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Items;
import dev.pagetrack.table.item.Queries;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads the counters of the production layout. The counters count an event again if it is delivered again, and count
 * all views of a log on the day of its first line. So they are used only in place of raw views that have expired.
 */
final class SeriesCounters {

    /**
     * A counter's views of a page on a day.
     *
     * @param name the page's lower-case name in the counter
     */
    private record Count(String page, String name, LocalDate day, long views) {}

    private final Queries queries;
    private final Items items;
    private final SeriesKeys keys;

    SeriesCounters(Queries queries, Items items, SeriesKeys keys) {
        this.queries = queries;
        this.items = items;
        this.keys = keys;
    }

    /** The views of each lower-case name, by month; empty if the layout has no counters. */
    Map<YearMonth, Map<String, Long>> months() {
        var months = new TreeMap<YearMonth, Map<String, Long>>();
        keys.countersPartition()
                .ifPresent(partition -> queries.items(
                        queries.beginsWith(partition, Attributes.PAGES_COUNTERS),
                        item -> SeriesKeys.countedMonth(item)
                                .ifPresent(month -> months.put(month, Attributes.counts(item)))));
        return months;
    }

    /**
     * Adds the counters' views before the first raw view to the histories.
     *
     * @param first the day of the first raw view; some raw views of this day may have expired, too
     */
    void addTo(
            Map<YearMonth, Map<String, Long>> counted,
            List<SeriesPage> pages,
            Optional<LocalDate> first,
            Map<String, SeriesHistory> histories) {
        var counts = countsUpTo(first, counted, pages);
        var pagesByName = SeriesPage.byLowerCaseName(pages);
        boolean viewsExpired = counts.stream().anyMatch(count -> isBefore(count.day(), first));
        for (var count : counts) {
            var history = histories.get(count.page());
            if (history != null && isBefore(count.day(), first)) {
                history.addCarried(count.day(), count.views());
            } else if (history != null && viewsExpired) {
                // Pages that differ only in case share a counter.
                long raw = pagesByName.getOrDefault(count.name(), Set.of()).stream()
                        .map(histories::get)
                        .filter(Objects::nonNull)
                        .mapToLong(page -> page.raw(count.day()))
                        .sum();
                if (count.views() > raw) {
                    history.addCarried(count.day(), count.views() - raw);
                }
            }
        }
    }

    private static boolean isBefore(LocalDate day, Optional<LocalDate> first) {
        return first.isEmpty() || day.isBefore(first.get());
    }

    /** All counts up to the day of the first raw view. */
    private List<Count> countsUpTo(
            Optional<LocalDate> first, Map<YearMonth, Map<String, Long>> counted, List<SeriesPage> pages) {
        var counts = new ArrayList<Count>();
        for (var month : counted.keySet()) {
            if (first.isEmpty() || !month.isAfter(YearMonth.from(first.get()))) {
                boolean wholeMonth = first.isEmpty() || month.isBefore(YearMonth.from(first.get()));
                addCounts(month, counted.get(month), pages, wholeMonth, counts);
            }
        }
        counts.removeIf(count -> !isBefore(count.day(), first) && !count.day().equals(first.get()));
        return counts;
    }

    private void addCounts(
            YearMonth month,
            Map<String, Long> counted,
            List<SeriesPage> pages,
            boolean wholeMonth,
            List<Count> counts) {
        var days = new HashMap<String, Map<String, AttributeValue>>();
        counted.keySet().forEach(name -> days.put(name, keys.dayCounters(name, month)));
        var found = items.get(days.values(), false);
        for (var page : pages) {
            for (var name : page.counterNames()) {
                if (counted.containsKey(name)) {
                    var item = found.getOrDefault(days.get(name), Map.of());
                    long rest = counted.get(name);
                    for (int day = 1; day <= month.lengthOfMonth(); day++) {
                        long views = Attributes.number(item, Attributes.day(day));
                        rest -= views;
                        if (views > 0) {
                            counts.add(new Count(page.page(), name, month.atDay(day), views));
                        }
                    }
                    if (wholeMonth && rest > 0) {
                        // The month of these views is known, but not the day.
                        counts.add(new Count(page.page(), name, month.atDay(1), rest));
                    }
                }
            }
        }
    }
}
