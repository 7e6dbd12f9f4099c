package dev.pagetrack.render.widget;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.toSet;

import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.render.match.TableMatch;
import dev.pagetrack.render.site.Site;
import dev.pagetrack.render.site.SitePage;
import dev.pagetrack.render.site.SiteRoot;
import dev.pagetrack.stats.DayRange;
import dev.pagetrack.stats.Period;
import dev.pagetrack.stats.Snapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * The figures of the pages that exist. If the table counted a page under several names, they are summed here. Figures
 * of pages that no longer exist are kept apart.
 */
public final class PageFigures {

    private final Snapshot snapshot;
    private final Instant end;
    private final Map<String, Counted> byPath;
    private final SortedMap<String, PageTotal> unmatched = new TreeMap<>();

    /** A page that was viewed, and its views. */
    private static final class Counted {
        final SitePage page;

        /** The names under which its views were counted. */
        final List<String> names = new ArrayList<>(1);

        long views;

        Counted(SitePage page) {
            this.page = page;
        }
    }

    /**
     * @param site the pages that exist
     * @param snapshot the statistics
     * @param end the instant at which periods end
     */
    public PageFigures(Site site, Snapshot snapshot, Instant end) {
        this.snapshot = snapshot;
        this.end = end;
        byPath = new HashMap<>(site.size() * 4 / 3 + 1);
        for (var total : snapshot.totals().entrySet()) {
            var name = total.getKey();
            var page = total.getValue().inLowerCase() ? site.findInLowerCase(name) : site.find(name);
            if (page.isPresent()) {
                count(page.get(), name, total.getValue().views());
            } else {
                unmatched.put(name, total.getValue());
            }
        }
    }

    private void count(SitePage page, String name, long views) {
        var counted = byPath.get(page.path());
        if (counted == null) {
            counted = new Counted(page);
            byPath.put(page.path(), counted);
        }
        counted.names.add(name);
        counted.views += views;
    }

    /**
     * How the pages of the site and of the table match.
     *
     * @param root the site's address
     */
    public TableMatch match(Site site, SiteRoot root) {
        return new TableMatch(site, root, byPath.size(), snapshot.totals().size(), unmatched);
    }

    /** The pages that were ever viewed, in no order. */
    List<SitePage> viewed() {
        var pages = new ArrayList<SitePage>(byPath.size());
        for (var counted : byPath.values()) {
            pages.add(counted.page);
        }
        return pages;
    }

    /** A function that returns the views of a page in a period; 0 for a page that was never viewed. */
    ToLongFunction<SitePage> viewsIn(Period period) {
        var days = period.endingAt(end);
        return days.isPresent() ? page -> views(page, days.get()) : this::allViews;
    }

    private long allViews(SitePage page) {
        var counted = byPath.get(page.path());
        return counted == null ? 0 : counted.views;
    }

    /** The views of a page on some days. */
    long views(SitePage page, DayRange days) {
        long views = 0;
        for (var name : storedNames(page)) {
            views += snapshot.views(name, days);
        }
        return views;
    }

    /** A function that returns the views of a page in the period before another, to compare the two. */
    ToLongFunction<SitePage> viewsBefore(Period period) {
        var days = period.before(end);
        return days.isPresent() ? page -> views(page, days.get()) : page -> 0;
    }

    /** The instant of the last view of a page, in all time; empty if it was never viewed. */
    Optional<Instant> lastViewed(SitePage page) {
        return instants(page, PageTotal::last).max(naturalOrder());
    }

    /**
     * The days of a period for which a page has figures. All time begins with the day of the page's first view; no day
     * is later than the snapshot.
     */
    Optional<DayRange> days(SitePage page, Period period) {
        var first = instants(page, PageTotal::first).min(naturalOrder());
        var last = LocalDate.ofInstant(snapshot.asOf(), ZoneOffset.UTC);
        return period.daysFrom(first, end)
                .filter(days -> !days.from().isAfter(last))
                .map(days -> days.to().isAfter(last) ? new DayRange(days.from(), last) : days);
    }

    /** The page path of a page and all names under which its views were counted, in order. */
    List<String> names(SitePage page) {
        return Stream.concat(Stream.of(page.path()), stored(page))
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The views of some pages, by the host that readers came from, in a period. Referrers are counted by month, so a
     * month that is partly in the period counts as a whole.
     */
    Map<String, Long> referrers(Collection<SitePage> pages, Period period) {
        var names = pages.stream().flatMap(this::stored).collect(toSet());
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

    private Stream<Instant> instants(SitePage page, Function<PageTotal, Instant> field) {
        return stored(page).map(name -> field.apply(snapshot.totals().get(name)));
    }

    private Stream<String> stored(SitePage page) {
        return storedNames(page).stream();
    }

    private List<String> storedNames(SitePage page) {
        var counted = byPath.get(page.path());
        return counted == null ? List.of() : counted.names;
    }
}
