package dev.pagetrack.stats;

import static java.util.Comparator.naturalOrder;

import dev.pagetrack.figures.PageTotal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;

/**
 * The months from the first view of a site to its last. Other months have no views, and are not queried, because a
 * query costs even if it finds nothing.
 */
final class MonthSpan {

    private final Optional<YearMonth> first;
    private final Optional<YearMonth> last;

    MonthSpan(Collection<PageTotal> totals) {
        first = totals.stream().map(PageTotal::first).min(naturalOrder()).map(MonthSpan::month);
        last = totals.stream().map(PageTotal::last).max(naturalOrder()).map(MonthSpan::month);
    }

    boolean contains(YearMonth month) {
        return first.isPresent() && !month.isBefore(first.get()) && !month.isAfter(last.orElseThrow());
    }

    private static YearMonth month(Instant instant) {
        return YearMonth.from(instant.atZone(ZoneOffset.UTC));
    }
}
