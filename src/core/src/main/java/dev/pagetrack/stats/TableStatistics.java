package dev.pagetrack.stats;

import static java.util.Comparator.naturalOrder;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.pagetrack.table.DailyViews;
import dev.pagetrack.table.PageTotal;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.TableException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Figures from the table: one query for the totals and one for each month, which grow with pages, never with views. */
public final class TableStatistics implements StatisticsSource {

    private final Supplier<PageTrackTable> table;
    private final Clock clock;

    /**
     * Figures of a table as of when they are read.
     *
     * @param table is asked for at each {@link #read}; if it cannot be had, there are no figures
     * @param clock says when that is
     */
    public TableStatistics(Supplier<PageTrackTable> table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Snapshot read(Months months) {
        try {
            var opened = table.get();
            var asOf = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            var totals = opened.totals("");
            var viewed = monthsOf(totals.values());
            var daily = months.of(asOf, totals).parallelStream()
                    .collect(toMap(
                            identity(),
                            month -> viewed.contains(month) ? opened.month(month) : new TreeMap<>(),
                            (one, other) -> one,
                            TreeMap<YearMonth, SortedMap<String, DailyViews>>::new));
            return new Snapshot(asOf, totals, daily);
        } catch (TableException e) {
            throw new StatisticsUnavailableException(e.getMessage(), e);
        }
    }

    /** From the first view to the last: a period may reach far beyond, and a query for nothing costs, too. */
    private static Set<YearMonth> monthsOf(Collection<PageTotal> totals) {
        var first = totals.stream().map(PageTotal::first).min(naturalOrder());
        var last = totals.stream().map(PageTotal::last).max(naturalOrder());
        return first.isEmpty() || last.isEmpty()
                ? Set.of()
                : Set.copyOf(new DayRange(utcDay(first.get()), utcDay(last.get())).months());
    }

    private static LocalDate utcDay(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
