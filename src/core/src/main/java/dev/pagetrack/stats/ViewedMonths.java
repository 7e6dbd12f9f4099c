package dev.pagetrack.stats;

import static java.util.Comparator.naturalOrder;

import dev.pagetrack.table.PageTotal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;

/** The months from the first view of a site to its last: outside them nothing was viewed, and a query for nothing costs, too. */
final class ViewedMonths {

    private final Optional<YearMonth> first;
    private final Optional<YearMonth> last;

    ViewedMonths(Collection<PageTotal> totals) {
        first = totals.stream().map(PageTotal::first).min(naturalOrder()).map(ViewedMonths::month);
        last = totals.stream().map(PageTotal::last).max(naturalOrder()).map(ViewedMonths::month);
    }

    boolean contain(YearMonth month) {
        return first.isPresent() && !month.isBefore(first.get()) && !month.isAfter(last.orElseThrow());
    }

    private static YearMonth month(Instant instant) {
        return YearMonth.from(instant.atZone(ZoneOffset.UTC));
    }
}
