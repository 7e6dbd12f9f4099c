package dev.pagetrack.render;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.toSet;

import dev.pagetrack.stats.DayRange;
import dev.pagetrack.stats.Period;
import dev.pagetrack.stats.Snapshot;
import dev.pagetrack.table.PageTotal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The figures of the pages that exist. What the table counted under several names of a page is summed here; what it
 * counted for pages that are gone is left out.
 */
final class PageFigures {

    private final Snapshot snapshot;
    private final Instant end;
    private final Map<String, Names> byPath = new HashMap<>();

    /**
     * @param page a page
     * @param stored the names under which its views were counted
     */
    private record Names(SitePage page, List<String> stored) {}

    /**
     * @param site the pages that exist
     * @param snapshot what was counted
     * @param end where periods end
     */
    PageFigures(Site site, Snapshot snapshot, Instant end) {
        this.snapshot = snapshot;
        this.end = end;
        snapshot.totals().forEach((stored, total) -> {
            (total.inLowerCase() ? site.findInLowerCase(stored) : site.find(stored))
                    .ifPresent(page -> byPath.computeIfAbsent(page.path(), path -> new Names(page, new ArrayList<>(1)))
                            .stored()
                            .add(stored));
        });
    }

    /** The pages that were ever viewed, in no order. */
    Stream<SitePage> viewed() {
        return byPath.values().stream().map(Names::page);
    }

    /** The views of a page in a period; 0 for a page that was never viewed. */
    long views(SitePage page, Period period) {
        return period.endingAt(end).map(days -> views(page, days)).orElseGet(() -> allViews(page));
    }

    private long allViews(SitePage page) {
        long views = 0;
        for (var name : storedNames(page)) {
            views += snapshot.views(name);
        }
        return views;
    }

    /** The views of a page on some days. */
    long views(SitePage page, DayRange days) {
        long views = 0;
        for (var name : storedNames(page)) {
            views += snapshot.views(name, days);
        }
        return views;
    }

    /** The views of a page in the period before another, with which it can be compared. */
    long viewsBefore(SitePage page, Period period) {
        return period.before(end).map(days -> views(page, days)).orElse(0L);
    }

    /** When a page was last viewed, whatever the period. */
    Optional<Instant> lastViewed(SitePage page) {
        return instants(page, PageTotal::last).max(naturalOrder());
    }

    /** The days of a period for which there are figures: all time begins at the page's first view, and nothing is later
     * than the figures.
     */
    Optional<DayRange> days(SitePage page, Period period) {
        var first = instants(page, PageTotal::first).min(naturalOrder());
        var last = LocalDate.ofInstant(snapshot.asOf(), ZoneOffset.UTC);
        return period.daysFrom(first, end)
                .filter(days -> !days.from().isAfter(last))
                .map(days -> days.to().isAfter(last) ? new DayRange(days.from(), last) : days);
    }

    /** Under which names views of a page were counted, and will be, in their order. */
    List<String> names(SitePage page) {
        return Stream.concat(Stream.of(page.path()), stored(page))
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The views of some pages by the host they came from: of whole months, those that the period touches.
     *
     * @param pages the pages
     */
    Map<String, Long> referrers(Stream<SitePage> pages, Period period) {
        var names = pages.flatMap(this::stored).collect(toSet());
        var hosts = new HashMap<String, Long>();
        snapshot.referrers().forEach((month, byPage) -> {
            if (period.endingAt(end).map(days -> days.months().contains(month)).orElse(true)) {
                byPage.forEach((page, views) -> {
                    if (names.contains(page)) {
                        views.forEach((host, count) -> hosts.merge(host, count, Long::sum));
                    }
                });
            }
        });
        return hosts;
    }

    private Stream<Instant> instants(SitePage page, Function<PageTotal, Instant> which) {
        return stored(page).map(name -> which.apply(snapshot.totals().get(name)));
    }

    private Stream<String> stored(SitePage page) {
        return storedNames(page).stream();
    }

    private List<String> storedNames(SitePage page) {
        var names = byPath.get(page.path());
        return names == null ? List.of() : names.stored();
    }
}
