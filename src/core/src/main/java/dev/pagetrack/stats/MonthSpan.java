package dev.pagetrack.stats;

import static java.util.Comparator.naturalOrder;

import dev.pagetrack.figures.PageTotal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;

/**
 * The months from the first view of some pages to the last. Other months have no views, and are not queried, because a
 * query costs even if it finds nothing.
 */
public final class MonthSpan {

    private final Optional<YearMonth> first;
    private final Optional<YearMonth> last;

    /** The months of the views that these totals sum. */
    public MonthSpan(Collection<PageTotal> totals) {
        first = totals.stream().map(PageTotal::first).min(naturalOrder()).map(MonthSpan::month);
        last = totals.stream().map(PageTotal::last).max(naturalOrder()).map(MonthSpan::month);
    }

    boolean contains(YearMonth month) {
        return first.isPresent() && !month.isBefore(first.get()) && !month.isAfter(last.orElseThrow());
    }

    /** The part of a range of days that lies in these months; empty if there is none. */
    public Optional<DayRange> part(DayRange days) {
        if (first.isEmpty()) {
            return Optional.empty();
        }
        var begin = first.get().atDay(1);
        var end = last.orElseThrow().atEndOfMonth();
        var from = days.from().isBefore(begin) ? begin : days.from();
        var to = days.to().isAfter(end) ? end : days.to();
        return to.isBefore(from) ? Optional.empty() : Optional.of(new DayRange(from, to));
    }

    private static YearMonth month(Instant instant) {
        return YearMonth.from(instant.atZone(ZoneOffset.UTC));
    }
}
