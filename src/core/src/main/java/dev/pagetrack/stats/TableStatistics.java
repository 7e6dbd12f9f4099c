package dev.pagetrack.stats;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.pagetrack.table.DailyViews;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.TableException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Figures from the table: one query for the totals and one for each month, which grow with pages, never with views. */
public final class TableStatistics implements StatisticsSource {

    private final PageTrackTable table;
    private final Instant asOf;

    /**
     * Figures of a table as of now.
     *
     * @param table is read at each {@link #read}
     * @param clock says when that is
     */
    public TableStatistics(PageTrackTable table, Clock clock) {
        this.table = table;
        this.asOf = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public Instant asOf() {
        return asOf;
    }

    @Override
    public Snapshot read(Set<YearMonth> months) {
        try {
            var daily = months.parallelStream()
                    .collect(toMap(
                            identity(),
                            table::month,
                            (one, other) -> one,
                            TreeMap<YearMonth, SortedMap<String, DailyViews>>::new));
            return new Snapshot(asOf, table.totals(""), daily);
        } catch (TableException e) {
            throw new StatisticsUnavailableException(e.getMessage(), e);
        }
    }
}
