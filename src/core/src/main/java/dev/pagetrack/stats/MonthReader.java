package dev.pagetrack.stats;

import static java.util.Comparator.reverseOrder;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.pagetrack.table.DailyViews;
import dev.pagetrack.table.PageTotal;
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
 * Reads the months that are asked for, in parallel, and only those that are not known: nothing lies outside the first view
 * and the last, and what a snapshot holds need not be read again while it holds.
 */
final class MonthReader {

    /** These change with every ingestion, the second as long as logs come late. */
    private static final int NEWEST = 2;

    private final SortedMap<String, PageTotal> totals;
    private final Function<YearMonth, SortedMap<String, DailyViews>> query;
    private final Supplier<Optional<Snapshot>> kept;
    private final Consumer<String> details;

    /**
     * @param totals the totals now
     * @param query reads a month from the table, by several threads at once
     * @param kept what was read before
     * @param details takes what was read and why
     */
    MonthReader(
            SortedMap<String, PageTotal> totals,
            Function<YearMonth, SortedMap<String, DailyViews>> query,
            Supplier<Optional<Snapshot>> kept,
            Consumer<String> details) {
        this.totals = totals;
        this.query = query;
        this.kept = kept;
        this.details = details;
    }

    /** The months asked for, and those kept besides that still hold. */
    SortedMap<YearMonth, SortedMap<String, DailyViews>> read(Set<YearMonth> asked) {
        var viewed = new ViewedMonths(totals.values());
        var wanted =
                asked.stream().filter(viewed::contain).sorted(reverseOrder()).toList();
        var months = wanted.isEmpty() ? new TreeMap<YearMonth, SortedMap<String, DailyViews>>() : viewed(wanted);
        asked.forEach(month -> months.putIfAbsent(month, new TreeMap<>()));
        return months;
    }

    private SortedMap<YearMonth, SortedMap<String, DailyViews>> viewed(List<YearMonth> newestFirst) {
        var known = kept.get().map(KeptMonths::new);
        if (known.isEmpty()) {
            return fresh(newestFirst);
        }
        if (known.get().hold(totals, new TreeMap<>())) {
            return completed(newestFirst, new TreeMap<>(), known.get());
        }
        var fresh = fresh(newestFirst.subList(0, Math.min(NEWEST, newestFirst.size())));
        if (known.get().hold(totals, fresh)) {
            return completed(newestFirst, fresh, known.get());
        }
        fresh.putAll(fresh(newestFirst.subList(fresh.size(), newestFirst.size())));
        return fresh;
    }

    private SortedMap<YearMonth, SortedMap<String, DailyViews>> completed(
            List<YearMonth> wanted, SortedMap<YearMonth, SortedMap<String, DailyViews>> fresh, KeptMonths known) {
        var months = new TreeMap<YearMonth, SortedMap<String, DailyViews>>(known.all());
        months.putAll(fresh);
        details.accept("As they were: " + text(months.keySet(), fresh.keySet()));
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

    private static String text(Collection<YearMonth> months, Set<YearMonth> but) {
        var named = new TreeSet<>(months);
        named.removeAll(but);
        return named.toString();
    }
}
