package dev.pagetrack.stats;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.pagetrack.Count;
import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.item.Layout;
import dev.pagetrack.table.item.TableException;
import java.time.Clock;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Figures from the table: one query for the totals and one for each month. Their cost grows with the number of pages,
 * not of views.
 *
 * @param table supplies the table for each {@link #read}
 * @param clock the time of the figures
 * @param cached supplies an earlier snapshot of the same site, if there is one. Its months are not read again if the
 *     totals prove that they are unchanged. It is only asked for if months are needed
 * @param details receives a message about each thing that was read and why
 */
public record TableStatistics(
        Supplier<PageTrackTable> table, Clock clock, Supplier<Optional<Snapshot>> cached, Consumer<String> details)
        implements StatisticsSource {

    /** Figures from the table, without an earlier snapshot. */
    public TableStatistics(Supplier<PageTrackTable> table, Clock clock) {
        this(table, clock, Optional::empty, detail -> {});
    }

    @Override
    public Snapshot read(Months months) {
        try {
            var opened = table.get();
            var asOf = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            var totals = opened.totals("");
            details.accept("Read the totals of " + Count.of(totals.size(), "page") + ".");
            var asked = months.of(asOf, totals);
            // Read before the months: if a rebuild changes them meanwhile, the next run sees another number and reads
            // them again.
            var rebuilds = asked.isEmpty() ? OptionalLong.empty() : rebuilds(opened);
            var reader =
                    new MonthReader(totals, () -> opened.totals(""), opened::month, () -> usable(rebuilds), details);
            var read = reader.read(asked);
            var referrers = referrers(opened, months.referrers(asOf, totals), totals);
            return new Snapshot(
                    Optional.of(SnapshotSource.of(opened.settings())),
                    asOf,
                    reader.totals(),
                    read,
                    referrers,
                    rebuilds.orElse(0));
        } catch (TableException e) {
            throw new StatisticsUnavailableException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * The number of rebuilds so far, which only our own layout has. With the series layouts the months come with the
     * totals, so that a cache would be useless.
     */
    private static OptionalLong rebuilds(PageTrackTable opened) {
        return opened.layout() == Layout.PAGETRACK ? opened.rebuilds() : OptionalLong.empty();
    }

    /**
     * The earlier snapshot, if there was no rebuild since. A rebuild can move views from one day or month to another,
     * which the totals do not show.
     */
    private Optional<Snapshot> usable(OptionalLong rebuilds) {
        return rebuilds.isPresent()
                ? cached.get().filter(snapshot -> snapshot.rebuilds() == rebuilds.getAsLong())
                : Optional.empty();
    }

    private SortedMap<YearMonth, SortedMap<String, SortedMap<String, Long>>> referrers(
            PageTrackTable opened, Set<YearMonth> asked, SortedMap<String, PageTotal> totals) {
        var viewed = new MonthSpan(totals.values());
        if (!asked.isEmpty()) {
            details.accept("Read the referrers of " + new TreeSet<>(asked));
        }
        return asked.parallelStream()
                .collect(toMap(
                        identity(),
                        month -> viewed.contains(month) ? opened.referrers(month) : new TreeMap<>(),
                        (one, other) -> one,
                        TreeMap::new));
    }
}
