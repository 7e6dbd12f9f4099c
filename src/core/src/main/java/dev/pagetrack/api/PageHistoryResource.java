package dev.pagetrack.api;

import static java.util.Locale.ROOT;

import dev.pagetrack.figures.DailyViews;
import dev.pagetrack.stats.DayRange;
import dev.pagetrack.stats.HistoryStep;
import dev.pagetrack.stats.MonthSpan;
import dev.pagetrack.table.PageTrackTable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code /pagehistory}: the views of a page by day, week or month. For several pages it answers their sum, for pages
 * that have several addresses.
 */
final class PageHistoryResource implements Resource {

    private static final int MAX_PAGES = 20;
    private static final int MAX_DAYS = 3660;
    private static final int MONTHS = 12;

    private final PageTrackTable table;
    private final Clock clock;

    PageHistoryResource(PageTrackTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("page", "from", "to", "by");
    }

    @Override
    public Content answer(QueryParameters parameters) {
        var pages = parameters.pages(MAX_PAGES);
        if (pages.isEmpty()) {
            throw ApiProblem.badRequest("page is missing", "Add a page path, such as page=blog/articles/.");
        }
        var days = days(parameters);
        var by = by(parameters).orElseGet(() -> HistoryStep.fitting(days));
        var months = months(pages, days);
        var steps = by.cut(days).stream().map(step -> step(step, months)).toList();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("pages", pages);
        answer.put("from", days.from().toString());
        answer.put("to", days.to().toString());
        answer.put("by", by.label());
        answer.put("views", views(days, months));
        answer.put("history", steps);
        return Content.json(answer);
    }

    /** The months with views: only those between the first view and the last are read. */
    private Map<YearMonth, DailyViews> months(Set<String> pages, DayRange days) {
        return new MonthSpan(table.totals(pages).values())
                .part(days)
                .<Map<YearMonth, DailyViews>>map(viewed -> table.months(pages, viewed.months()))
                .orElse(Map.of());
    }

    private DayRange days(QueryParameters parameters) {
        var to = parameters.day("to").orElseGet(() -> LocalDate.now(clock));
        var from = parameters
                .day("from")
                .orElseGet(() -> YearMonth.from(to).minusMonths(MONTHS - 1L).atDay(1));
        if (to.isBefore(from)) {
            throw ApiProblem.badRequest(
                    "to (" + to + ") is before from (" + from + ")", "Swap them, or leave one out.");
        }
        var days = new DayRange(from, to);
        if (days.length() > MAX_DAYS) {
            throw ApiProblem.badRequest(
                    "from and to are " + days.length() + " days apart", "Ask for at most " + MAX_DAYS + " days.");
        }
        return days;
    }

    private static Optional<HistoryStep> by(QueryParameters parameters) {
        var label = parameters.text("by");
        var step = label.flatMap(text -> Arrays.stream(HistoryStep.values())
                .filter(one -> one.label().equals(text))
                .findFirst());
        if (label.isPresent() && step.isEmpty()) {
            throw parameters.wrong(
                    "by",
                    "Write one of "
                            + Arrays.toString(HistoryStep.values())
                                    .toLowerCase(ROOT)
                                    .replaceAll("[\\[\\]]", "") + ".");
        }
        return step;
    }

    private static Map<String, Object> step(DayRange days, Map<YearMonth, DailyViews> months) {
        var step = new LinkedHashMap<String, Object>();
        step.put("from", days.from().toString());
        step.put("to", days.to().toString());
        step.put("views", views(days, months));
        return step;
    }

    private static long views(DayRange days, Map<YearMonth, DailyViews> months) {
        return days.months().stream()
                .mapToLong(month -> views(days, month, months.get(month)))
                .sum();
    }

    private static long views(DayRange days, YearMonth month, @Nullable DailyViews daily) {
        if (daily == null) {
            return 0;
        }
        var part = days.within(month);
        return daily.between(part.from().getDayOfMonth(), part.to().getDayOfMonth());
    }
}
