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
 * The counters of the production layout. They count an event again when it is delivered again, and book all views of a
 * log on the day of its first line: so they only stand in for raw views that are gone.
 */
final class SeriesCounters {

    /**
     * What a counter says of a page and day.
     *
     * @param name the lower-case name that it counts under
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

    /** By month, the views of each lower-case name; empty if the layout has no counters. */
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
     * Adds what counters know of the time before the first raw view.
     *
     * @param first the day of that view; on it, some raw views may be gone, too
     */
    void carry(
            Map<YearMonth, Map<String, Long>> counted,
            List<SeriesPage> pages,
            Optional<LocalDate> first,
            Map<String, SeriesHistory> histories) {
        var counts = counts(counted, pages, first);
        var called = SeriesPage.byFoldedName(pages);
        boolean gone = counts.stream().anyMatch(count -> isBefore(count.day(), first));
        for (var count : counts) {
            var history = histories.get(count.page());
            if (history != null && isBefore(count.day(), first)) {
                history.carry(count.day(), count.views());
            } else if (history != null && gone) {
                // Pages that differ in case only share a counter.
                long raw = called.getOrDefault(count.name(), Set.of()).stream()
                        .map(histories::get)
                        .filter(Objects::nonNull)
                        .mapToLong(page -> page.raw(count.day()))
                        .sum();
                if (count.views() > raw) {
                    history.carry(count.day(), count.views() - raw);
                }
            }
        }
    }

    private static boolean isBefore(LocalDate day, Optional<LocalDate> first) {
        return first.isEmpty() || day.isBefore(first.get());
    }

    /** All counts up to the day of the first raw view. */
    private List<Count> counts(
            Map<YearMonth, Map<String, Long>> counted, List<SeriesPage> pages, Optional<LocalDate> first) {
        var counts = new ArrayList<Count>();
        for (var month : counted.keySet()) {
            if (first.isEmpty() || !month.isAfter(YearMonth.from(first.get()))) {
                boolean whole = first.isEmpty() || month.isBefore(YearMonth.from(first.get()));
                month(month, counted.get(month), pages, whole, counts);
            }
        }
        counts.removeIf(count -> !isBefore(count.day(), first) && !count.day().equals(first.get()));
        return counts;
    }

    private void month(
            YearMonth month, Map<String, Long> counted, List<SeriesPage> pages, boolean whole, List<Count> counts) {
        var days = new HashMap<String, Map<String, AttributeValue>>();
        counted.keySet().forEach(name -> days.put(name, keys.visits(name, month)));
        var found = items.get(days.values(), false);
        for (var page : pages) {
            for (var name : page.folded()) {
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
                    if (whole && rest > 0) {
                        // Of these the month is known, but not the day.
                        counts.add(new Count(page.page(), name, month.atDay(1), rest));
                    }
                }
            }
        }
    }
}
