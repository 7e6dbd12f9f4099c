package dev.pagetrack.api;

import static java.util.Comparator.comparingLong;

import dev.pagetrack.stats.DayRange;
import dev.pagetrack.stats.MonthSpan;
import dev.pagetrack.stats.Snapshot;
import dev.pagetrack.stats.TableStatistics;
import dev.pagetrack.table.PageTrackTable;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * {@code /mostviewed}: the most viewed pages of a section in a period. Pages with equal views are sorted by page path.
 */
final class MostViewedResource implements Resource {

    private static final int DEFAULT_LIMIT = 5;
    private static final int MAX_LIMIT = 1000;

    private record PageViews(String page, long views) {

        Map<String, Object> json() {
            var json = new LinkedHashMap<String, Object>();
            json.put("page", page);
            json.put("views", views);
            return json;
        }
    }

    private final TableStatistics statistics;

    MostViewedResource(PageTrackTable table, Clock clock) {
        this.statistics = new TableStatistics(() -> table, clock);
    }

    @Override
    public Set<String> parameters() {
        return Set.of("period", "limit", "prefix");
    }

    @Override
    public Content answer(QueryParameters parameters) {
        var period = parameters.period("period");
        int limit = parameters.number("limit", DEFAULT_LIMIT, MAX_LIMIT);
        var prefix = parameters.prefix();
        var snapshot = statistics.read((asOf, totals) -> period.endingAt(asOf)
                .flatMap(new MonthSpan(totals.values())::part)
                .map(days -> Set.copyOf(days.months()))
                .orElse(Set.of()));
        var days = period.endingAt(snapshot.asOf());
        var answer = new LinkedHashMap<String, Object>();
        days.ifPresent(range -> {
            answer.put("from", range.from().toString());
            answer.put("to", range.to().toString());
        });
        answer.put(
                "mostViewed",
                mostViewed(snapshot, days, prefix, limit).stream()
                        .map(PageViews::json)
                        .toList());
        return Content.json(answer);
    }

    private static List<PageViews> mostViewed(Snapshot snapshot, Optional<DayRange> days, String prefix, int limit) {
        if (days.isEmpty()) {
            return mostViewed(snapshot, snapshot::views, prefix, limit);
        }
        return new MonthSpan(snapshot.totals().values())
                .part(days.get())
                .map(viewed -> mostViewed(snapshot, page -> snapshot.views(page, viewed), prefix, limit))
                .orElse(List.of());
    }

    private static List<PageViews> mostViewed(
            Snapshot snapshot, ToLongFunction<String> views, String prefix, int limit) {
        return snapshot.totals().tailMap(prefix).keySet().stream()
                .takeWhile(page -> page.startsWith(prefix))
                .map(page -> new PageViews(page, views.applyAsLong(page)))
                .filter(page -> page.views > 0)
                .sorted(comparingLong(PageViews::views).reversed().thenComparing(PageViews::page))
                .limit(limit)
                .toList();
    }
}
