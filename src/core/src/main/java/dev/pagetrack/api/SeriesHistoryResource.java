package dev.pagetrack.api;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.figures.DailyViews;
import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.stats.DayRange;
import dev.pagetrack.stats.Days;
import dev.pagetrack.stats.MonthSpan;
import dev.pagetrack.table.PageTrackTable;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /pagehistory} in the JSON format of the blog series: the query begins with the page, and each month lists the
 * views of all its days. Days are UTC days; those outside the requested range are 0.
 */
final class SeriesHistoryResource implements Resource {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM", Locale.ROOT);

    /** The read units of an eventually consistent read of one item of up to 4 KB, or of a missing item. */
    private static final double UNITS_OF_A_READ = 0.5;

    private static final int MAX_MONTHS = 240;

    private final PageTrackTable table;
    private final Clock clock;

    SeriesHistoryResource(PageTrackTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("from_date", "to_date", "from_time", "to_time");
    }

    @Override
    public boolean takesFirstKey() {
        return true;
    }

    @Override
    public Content answer(QueryParameters parameters) {
        var page = parameters
                .firstKey()
                .filter(key -> !key.isEmpty())
                .orElseThrow(() -> ApiProblem.badRequest(
                        "The page is missing",
                        "Write it first, as in /pagehistory?blog/articles/&from_date=2026-01-01."));
        var to = bound(parameters, "to").orElseGet(() -> LocalDate.now(clock));
        var from = bound(parameters, "from");
        // Before anything is read.
        from.ifPresent(first -> days(first, to));
        var total = Optional.ofNullable(table.totals(Set.of(page)).get(page));
        var days = days(
                from.or(() -> total.map(PageTotal::first).map(SeriesHistoryResource::day))
                        .orElse(to),
                to);
        var read = total.flatMap(one -> new MonthSpan(List.of(one)).part(days))
                .map(DayRange::months)
                .orElse(List.of());
        var months = table.months(Set.of(page), read);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("PageName", page);
        answer.put(
                "AccessFreq",
                days.months().stream()
                        .map(month -> frequency(month, days, months.getOrDefault(month, DailyViews.of())))
                        .toList());
        answer.put("QueryParameters", parameters.asGiven());
        answer.put("DynamoConsumedCapacity", UNITS_OF_A_READ * (1 + read.size()));
        return Content.json(answer);
    }

    private static DayRange days(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw ApiProblem.badRequest(
                    "The range ends (" + to + ") before it begins (" + from + ")", "Swap the ends.");
        }
        var days = new DayRange(from, to);
        if (days.monthCount() > MAX_MONTHS) {
            throw ApiProblem.badRequest(
                    "The range has " + days.monthCount() + " months", "Ask for at most " + MAX_MONTHS + " months.");
        }
        return days;
    }

    /** One end of the range, given as a day or as seconds since 1970. */
    private static Optional<LocalDate> bound(QueryParameters parameters, String end) {
        var second = parameters.text(end + "_time");
        if (second.isEmpty()) {
            return parameters.day(end + "_date");
        }
        if (parameters.text(end + "_date").isPresent()) {
            throw ApiProblem.badRequest(end + "_date and " + end + "_time are given", "Give one of them.");
        }
        try {
            return second.map(Long::parseLong)
                    .map(Instant::ofEpochSecond)
                    .map(SeriesHistoryResource::day)
                    .map(Days::requireBounds);
        } catch (NumberFormatException | DateTimeException | WrongSettingException e) {
            throw parameters.wrong(
                    end + "_time", "Write seconds since 1970, such as 1662606144, for a day of " + Days.BOUNDS + ".");
        }
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Map<String, Object> frequency(YearMonth month, DayRange days, DailyViews daily) {
        var part = days.within(month);
        List<Long> access = new ArrayList<>();
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            boolean inside =
                    day >= part.from().getDayOfMonth() && day <= part.to().getDayOfMonth();
            access.add(inside ? daily.on(day) : 0L);
        }
        var frequency = new LinkedHashMap<String, Object>();
        frequency.put("YYYYMM", MONTH.format(month));
        frequency.put("DailyAccess", access);
        return frequency;
    }
}
