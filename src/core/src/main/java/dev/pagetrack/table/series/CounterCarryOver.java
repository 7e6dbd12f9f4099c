package dev.pagetrack.table.series;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Expression;
import dev.pagetrack.table.item.Items;
import dev.pagetrack.table.item.OpenTable;
import dev.pagetrack.table.item.TableException;
import dev.pagetrack.table.site.MigrationState;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Carries views over that only counters know of: they are noted by day in the {@code MONTH} items, apart from what raw
 * views say, and a rebuild counts them in. It happens once for a site, for raw views that expire later are known there.
 */
final class CounterCarryOver {

    private final Items items;
    private final Attributes target;
    private final MigrationState mark;

    CounterCarryOver(OpenTable table, MigrationState mark) {
        this.items = table.items();
        this.target = table.attributes();
        this.mark = mark;
    }

    /**
     * Finds them, unless they were carried over before.
     *
     * @return by page, how many views a day
     * @throws TableException if it cannot be told which of them come from the logs, too
     */
    SortedMap<String, SortedMap<LocalDate, Long>> find(SeriesReader reader, MigrationSettings settings) {
        if (mark.isCarried()) {
            return new TreeMap<>();
        }
        var found = reader.carried();
        found.forEach((page, days) -> requireBeforeCutover(page, days, settings));
        return found;
    }

    /** Carries them over. */
    void carry(SortedMap<String, SortedMap<LocalDate, Long>> found, SeriesReader reader) {
        var inLowerCase = reader.pages().stream()
                .filter(SeriesPage::isInLowerCase)
                .map(SeriesPage::page)
                .collect(Collectors.toSet());
        found.forEach((page, days) -> {
            var months = new TreeMap<YearMonth, SortedMap<LocalDate, Long>>();
            days.forEach((day, views) -> months.computeIfAbsent(YearMonth.from(day), any -> new TreeMap<>())
                    .put(day, views));
            months.forEach((month, counts) -> note(page, month, counts));
            widen(page, days.firstKey(), days.lastKey());
            if (inLowerCase.contains(page)) {
                noteCase(page);
            }
        });
        mark.markCarried();
    }

    /** Counters book a log on the day of its first line: that of the day before may reach beyond midnight. */
    private static void requireBeforeCutover(String page, SortedMap<LocalDate, Long> days, MigrationSettings settings) {
        if (!days.lastKey().isBefore(settings.cutover().minusDays(1))) {
            throw new TableException("<cutover> (pagetrack.cutover) is " + settings.cutover() + ", but of "
                    + days.lastKey() + " only counters tell how often " + page
                    + " was viewed, and they book a log's views"
                    + " on the day of its first line: some could be counted from the logs once more. Take a day after "
                    + days.lastKey().plusDays(1) + ".");
        }
    }

    private void note(String page, YearMonth month, SortedMap<LocalDate, Long> days) {
        var carried = AttributeValue.fromM(days.entrySet().stream()
                .collect(Collectors.toMap(
                        day -> Attributes.day(day.getKey().getDayOfMonth()),
                        day -> Attributes.number(day.getValue()))));
        var update = new Expression();
        update.setIfAbsent(Attributes.CARRIED, carried);
        items.update(target.month(month, page), update);
    }

    /** A raw view may be earlier, or later: then its second stays. */
    private void widen(String page, LocalDate first, LocalDate last) {
        var earlier = new Expression();
        earlier.setIf(Attributes.FIRST, " > ", first.atStartOfDay().toEpochSecond(ZoneOffset.UTC));
        items.update(target.index(page), earlier);
        var later = new Expression();
        later.setIf(Attributes.LAST, " < ", last.plusDays(1).atStartOfDay().toEpochSecond(ZoneOffset.UTC) - 1);
        items.update(target.index(page), later);
    }

    private void noteCase(String page) {
        var update = new Expression();
        update.set(Attributes.LOWER_CASE, 1);
        items.update(target.index(page), update);
    }
}
