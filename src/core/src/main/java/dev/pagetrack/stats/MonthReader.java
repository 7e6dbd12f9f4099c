package dev.pagetrack.stats;

import static java.util.Comparator.reverseOrder;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.pagetrack.figures.DailyViews;
import dev.pagetrack.figures.PageTotal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads the months that are asked for, in parallel, but only those that are not already known: months before the first
 * view and after the last are empty, and {@link CachedMonths} that are unchanged are taken from an earlier snapshot.
 */
final class MonthReader {

    /**
     * How many of the newest months are likely to have changed: the current one, and the one before while logs come
     * late.
     */
    private static final int NEWEST = 2;

    private final Supplier<SortedMap<String, PageTotal>> totalsAgain;
    private SortedMap<String, PageTotal> totals;
    private final Function<YearMonth, SortedMap<String, DailyViews>> query;
    private final Supplier<Optional<Snapshot>> cached;
    private final Consumer<String> details;

    /**
     * @param totals the totals now
     * @param totalsAgain reads the totals again
     * @param query reads a month from the table; it is called by several threads at once
     * @param cached an earlier snapshot, if there is one
     * @param details receives messages about what was read and why
     */
    MonthReader(
            SortedMap<String, PageTotal> totals,
            Supplier<SortedMap<String, PageTotal>> totalsAgain,
            Function<YearMonth, SortedMap<String, DailyViews>> query,
            Supplier<Optional<Snapshot>> cached,
            Consumer<String> details) {
        this.totals = totals;
        this.totalsAgain = totalsAgain;
        this.query = query;
        this.cached = cached;
        this.details = details;
    }

    /** The months asked for, and all other months of the earlier snapshot that are unchanged. */
    SortedMap<YearMonth, SortedMap<String, DailyViews>> read(Set<YearMonth> asked) {
        var viewed = new MonthSpan(totals.values());
        var wanted =
                asked.stream().filter(viewed::contains).sorted(reverseOrder()).toList();
        var months = wanted.isEmpty() ? new TreeMap<YearMonth, SortedMap<String, DailyViews>>() : viewed(wanted);
        asked.forEach(month -> months.putIfAbsent(month, new TreeMap<>()));
        return months;
    }

    /** The totals that the months belong to. */
    SortedMap<String, PageTotal> totals() {
        return totals;
    }

    private SortedMap<YearMonth, SortedMap<String, DailyViews>> viewed(List<YearMonth> newestFirst) {
        var known = cached.get().map(CachedMonths::new);
        if (known.isEmpty()) {
            return fresh(newestFirst);
        }
        if (known.get().areUnchanged(totals, new TreeMap<>())) {
            return completed(newestFirst, new TreeMap<>(), known.get());
        }
        var fresh = fresh(newestFirst.subList(0, Math.min(NEWEST, newestFirst.size())));
        // Totals that are older than these months prove nothing: a late view in an older month, which they count, and a
        // new view in one of these months, which they do not, would cancel out.
        totals = totalsAgain.get();
        if (known.get().areUnchanged(totals, fresh)) {
            return completed(newestFirst, fresh, known.get());
        }
        fresh.putAll(fresh(newestFirst.subList(fresh.size(), newestFirst.size())));
        return fresh;
    }

    private SortedMap<YearMonth, SortedMap<String, DailyViews>> completed(
            List<YearMonth> wanted, SortedMap<YearMonth, SortedMap<String, DailyViews>> fresh, CachedMonths known) {
        var months = new TreeMap<YearMonth, SortedMap<String, DailyViews>>(known.all());
        months.putAll(fresh);
        details.accept("Unchanged since the last snapshot: " + text(months.keySet(), fresh.keySet()));
        months.putAll(fresh(
                wanted.stream().filter(month -> !months.containsKey(month)).toList()));
        return months;
    }

    private SortedMap<YearMonth, SortedMap<String, DailyViews>> fresh(Collection<YearMonth> months) {
        if (!months.isEmpty()) {
            details.accept("Read the months " + text(months, Set.of()));
        }
        return months.parallelStream().collect(toMap(identity(), query, (one, other) -> one, TreeMap::new));
    }

    private static String text(Collection<YearMonth> months, Set<YearMonth> without) {
        var named = new TreeSet<>(months);
        named.removeAll(without);
        return named.toString();
    }
}
