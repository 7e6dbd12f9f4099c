package dev.pagetrack.stats;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.figures.DailyViews;
import dev.pagetrack.figures.PageTotal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The statistics of a site at one moment.
 *
 * @param source the table and site of the figures; empty if it was not recorded
 * @param asOf when the figures were read
 * @param totals the total of each page that was ever viewed, by page path
 * @param months the daily views of each page viewed in a month, by page path, for the months that were asked for
 * @param referrers the views of each page in a month, by the host that referred to it, for the months that were asked
 *     for
 * @param rebuilds how many rebuilds had changed figures of the table when the months were read; 0 if there was none, or
 *     no month was read
 */
public record Snapshot(
        Optional<SnapshotSource> source,
        Instant asOf,
        SortedMap<String, PageTotal> totals,
        SortedMap<YearMonth, ? extends SortedMap<String, DailyViews>> months,
        SortedMap<YearMonth, ? extends SortedMap<String, SortedMap<String, Long>>> referrers,
        long rebuilds) {

    public Snapshot {
        requireNonNull(source, "source");
        requireNonNull(asOf, "asOf");
        totals = Collections.unmodifiableSortedMap(new TreeMap<>(totals));
        months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
        referrers = Collections.unmodifiableSortedMap(new TreeMap<>(referrers));
    }

    /** Statistics without a source and without referrers. */
    public Snapshot(
            Instant asOf,
            SortedMap<String, PageTotal> totals,
            SortedMap<YearMonth, ? extends SortedMap<String, DailyViews>> months) {
        this(Optional.empty(), asOf, totals, months, new TreeMap<>(), 0);
    }

    /** Whether the figures are from this table and site, as far as is known: true if no source was recorded. */
    public boolean isOf(SnapshotSource other) {
        return source.isEmpty() || source.get().equals(other);
    }

    /** All views of a page; 0 for a page that was never viewed. */
    public long views(String page) {
        var total = totals.get(page);
        return total == null ? 0 : total.views();
    }

    /**
     * The views of a page in a range of days.
     *
     * @throws IllegalArgumentException if the snapshot does not contain one of the months: it is unknown, not zero
     */
    public long views(String page, DayRange range) {
        long views = 0;
        for (var month : range.months()) {
            var daily = month(month).get(page);
            if (daily != null) {
                var part = range.within(month);
                views += daily.between(part.from().getDayOfMonth(), part.to().getDayOfMonth());
            }
        }
        return views;
    }

    private Map<String, DailyViews> month(YearMonth month) {
        var pages = months.get(month);
        if (pages == null) {
            throw new IllegalArgumentException("the snapshot of " + asOf + " does not contain the month " + month);
        }
        return pages;
    }
}
