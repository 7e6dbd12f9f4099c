package dev.pagetrack.stats;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.pagetrack.Count;
import dev.pagetrack.table.Layout;
import dev.pagetrack.table.PageTotal;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.TableException;
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
 * Figures from the table: one query for the totals and one for each month, which grow with pages, never with views.
 *
 * @param table is asked for at each {@link #read}; if it cannot be had, there are no figures
 * @param clock says as of when the figures are
 * @param kept figures of the same site that were read before, whose months need not be read again as long as the totals
 *     prove that they are as they were; asked for only if somebody needs months
 * @param details takes what was read and why, a sentence each
 */
public record TableStatistics(
        Supplier<PageTrackTable> table, Clock clock, Supplier<Optional<Snapshot>> kept, Consumer<String> details)
        implements StatisticsSource {

    /** Figures of a table that are all read anew. */
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
            // Before the months: those that a rebuild changes later are not taken for those of now.
            var rebuilds = asked.isEmpty() ? OptionalLong.empty() : rebuilds(opened);
            var read = new MonthReader(totals, opened::month, () -> usable(rebuilds), details).read(asked);
            var referrers = referrers(opened, months.referrers(asOf, totals), totals);
            return new Snapshot(
                    Optional.of(SnapshotSource.of(opened.settings())),
                    asOf,
                    totals,
                    read,
                    referrers,
                    rebuilds.orElse(0));
        } catch (TableException e) {
            throw new StatisticsUnavailableException(e.getMessage(), e);
        }
    }

    /** Only our own layout has any; in others the months come with the totals, and none needs to be kept. */
    private static OptionalLong rebuilds(PageTrackTable opened) {
        return opened.layout() == Layout.PAGETRACK ? opened.rebuilds() : OptionalLong.empty();
    }

    /** A rebuild can move views from one day or month to another, of which the totals prove nothing. */
    private Optional<Snapshot> usable(OptionalLong rebuilds) {
        return rebuilds.isPresent()
                ? kept.get().filter(snapshot -> snapshot.rebuilds() == rebuilds.getAsLong())
                : Optional.empty();
    }

    private SortedMap<YearMonth, SortedMap<String, SortedMap<String, Long>>> referrers(
            PageTrackTable opened, Set<YearMonth> asked, SortedMap<String, PageTotal> totals) {
        var viewed = new ViewedMonths(totals.values());
        if (!asked.isEmpty()) {
            details.accept("Read the referrers of " + new TreeSet<>(asked));
        }
        return asked.parallelStream()
                .collect(toMap(
                        identity(),
                        month -> viewed.contain(month) ? opened.referrers(month) : new TreeMap<>(),
                        (one, other) -> one,
                        TreeMap::new));
    }
}
