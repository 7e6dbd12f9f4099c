package dev.pagetrack.table.series;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Expression;
import dev.pagetrack.table.item.Items;
import dev.pagetrack.table.item.OpenTable;
import dev.pagetrack.table.item.TableException;
import dev.pagetrack.table.site.MigrationState;
import dev.pagetrack.table.site.WriterNote;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Copies views that only the series' counters know. It stores them by day in the {@code MONTH} items, apart from the
 * sums of raw views, and a rebuild adds them. This happens only once for a site: if old raw views expire later, the
 * site has them already, and the counters must not add them again.
 */
final class CounterCarryOver {

    private final Items items;
    private final Attributes target;
    private final MigrationState state;

    CounterCarryOver(OpenTable table, MigrationState state) {
        this.items = table.items();
        this.target = table.attributes();
        this.state = state;
    }

    /**
     * Finds the views that only counters know; none if they were copied before.
     *
     * @return the views of each day, by page path
     * @throws TableException if some of these views may also be counted from the logs
     */
    SortedMap<String, SortedMap<LocalDate, Long>> find(SeriesReader reader, MigrationSettings settings) {
        if (state.isCarried()) {
            return new TreeMap<>();
        }
        var found = reader.carried();
        found.forEach((page, days) -> requireBeforeCutover(page, days, settings));
        return found;
    }

    /**
     * Stores the views that {@link #find} found.
     *
     * @param note says in the table that they are not counted yet
     */
    void copy(SortedMap<String, SortedMap<LocalDate, Long>> found, SeriesReader reader, WriterNote note) {
        var inLowerCase = reader.pages().stream()
                .filter(SeriesPage::isOnlyInLowerCase)
                .map(SeriesPage::page)
                .collect(Collectors.toSet());
        found.forEach((page, days) -> {
            note.renewIfDue();
            var months = new TreeMap<YearMonth, SortedMap<LocalDate, Long>>();
            days.forEach((day, views) -> months.computeIfAbsent(YearMonth.from(day), any -> new TreeMap<>())
                    .put(day, views));
            months.forEach((month, counts) -> store(page, month, counts));
            widen(page, days.firstKey(), days.lastKey());
            if (inLowerCase.contains(page)) {
                storeLowerCase(page);
            }
        });
        state.markCarried();
    }

    /** Counters count all views of a log on the day of its first line, and some of them may be from the day after. */
    private static void requireBeforeCutover(String page, SortedMap<LocalDate, Long> days, MigrationSettings settings) {
        if (!days.lastKey().isBefore(settings.cutover().minusDays(1))) {
            throw new TableException("<cutover> (pagetrack.cutover) is " + settings.cutover() + ", but for "
                    + days.lastKey() + " only counters know how often " + page
                    + " was viewed. They count all views of a log on the day of its first line, so some of these views"
                    + " could be counted again from the logs. Take a day after "
                    + days.lastKey().plusDays(1) + ".");
        }
    }

    private void store(String page, YearMonth month, SortedMap<LocalDate, Long> days) {
        var carried = AttributeValue.fromM(days.entrySet().stream()
                .collect(Collectors.toMap(
                        day -> Attributes.day(day.getKey().getDayOfMonth()),
                        day -> Attributes.number(day.getValue()))));
        var update = new Expression();
        update.setIfAbsent(Attributes.CARRIED, carried);
        items.update(target.month(month, page), update);
    }

    /** Widens the first and last view to these days. If a raw view is earlier or later, its second stays. */
    private void widen(String page, LocalDate first, LocalDate last) {
        var earlier = new Expression();
        earlier.setIf(Attributes.FIRST, " > ", first.atStartOfDay().toEpochSecond(ZoneOffset.UTC));
        items.update(target.index(page), earlier);
        var later = new Expression();
        later.setIf(Attributes.LAST, " < ", last.plusDays(1).atStartOfDay().toEpochSecond(ZoneOffset.UTC) - 1);
        items.update(target.index(page), later);
    }

    private void storeLowerCase(String page) {
        var update = new Expression();
        update.set(Attributes.LOWER_CASE, 1);
        items.update(target.index(page), update);
    }
}
