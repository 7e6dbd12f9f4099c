package dev.pagetrack.table.series;

import static java.util.stream.Collectors.toMap;

import dev.pagetrack.figures.DailyViews;
import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.ledger.PageGain.Bounds;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The views of one page of the series' layouts by day: raw views, and views that only counters know. */
final class SeriesHistory {

    private final SortedMap<LocalDate, Long> raw = new TreeMap<>();
    private final SortedMap<LocalDate, Long> carried = new TreeMap<>();
    private final List<String> undated = new ArrayList<>();
    private final boolean inLowerCase;
    private Bounds bounds = Bounds.NONE;

    /** @param inLowerCase whether the page's path is known only in lower case */
    SeriesHistory(boolean inLowerCase) {
        this.inLowerCase = inLowerCase;
    }

    /** Adds a raw view. */
    void add(Map<String, AttributeValue> item) {
        var second = Attributes.second(item);
        if (second.isEmpty()) {
            undated.add(Attributes.partition(item) + " | " + Attributes.sortKey(item));
            return;
        }
        raw.merge(day(second.getAsLong()), 1L, Long::sum);
        widen(second.getAsLong(), second.getAsLong());
    }

    /** The keys of items among the raw views whose sort keys are not epoch seconds. */
    List<String> undated() {
        return undated;
    }

    /** Adds views of a day that only a counter knows. Their times count as the first and the last second of the day. */
    void addCarried(LocalDate day, long views) {
        carried.merge(day, views, Long::sum);
        widen(
                day.atStartOfDay().toEpochSecond(ZoneOffset.UTC),
                day.plusDays(1).atStartOfDay().toEpochSecond(ZoneOffset.UTC) - 1);
    }

    private void widen(long first, long last) {
        bounds = new Bounds(Math.min(first, bounds.first()), Math.max(last, bounds.last()));
    }

    long raw(LocalDate day) {
        return raw.getOrDefault(day, 0L);
    }

    SortedMap<LocalDate, Long> carried() {
        return carried;
    }

    private static long sum(Map<LocalDate, Long> days) {
        return days.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The total; empty for a page without a view. */
    Optional<PageTotal> total() {
        long views = sum(raw) + sum(carried);
        return views == 0
                ? Optional.empty()
                : Optional.of(new PageTotal(
                        views,
                        Instant.ofEpochSecond(bounds.first()),
                        Instant.ofEpochSecond(bounds.last()),
                        inLowerCase));
    }

    /** The daily views of each month that has a view. */
    SortedMap<YearMonth, DailyViews> months() {
        var months = new TreeMap<YearMonth, long[]>();
        for (var days : List.of(raw, carried)) {
            days.forEach((day, views) ->
                    months.computeIfAbsent(YearMonth.from(day), any -> new long[31])[day.getDayOfMonth() - 1] += views);
        }
        return months.entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        month -> DailyViews.of(month.getValue()),
                        DailyViews::plus,
                        TreeMap<YearMonth, DailyViews>::new));
    }

    static LocalDate day(long second) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(second), ZoneOffset.UTC);
    }
}
