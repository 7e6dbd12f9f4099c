package dev.pagetrack.render;

import static java.util.Comparator.naturalOrder;

import dev.pagetrack.stats.DayRange;
import dev.pagetrack.stats.Period;
import dev.pagetrack.table.PageTotal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The months that the markers of a site need, and no other: each of them is a query. */
final class NeededMonths {

    private NeededMonths() {}

    /**
     * The months.
     *
     * @param templates have read the templates of all markers
     * @param end where periods end
     * @param totals when pages were first viewed
     */
    static Set<YearMonth> of(SiteScan scan, WidgetTemplates templates, Instant end, Map<String, PageTotal> totals) {
        var first = totals.values().stream().map(PageTotal::first).min(naturalOrder());
        var months = new TreeSet<YearMonth>();
        for (var needs : periods(scan).entrySet()) {
            var used = needs.getKey();
            boolean byDay = Variables.BY_DAY.stream().anyMatch(name -> templates.uses(used, name));
            boolean trending = templates.uses(used, Variables.TRENDING);
            boolean history = templates.uses(used, Variables.HISTORY);
            for (var period : needs.getValue()) {
                if (byDay) {
                    period.endingAt(end).map(DayRange::months).ifPresent(months::addAll);
                }
                if (trending) {
                    period.before(end).map(DayRange::months).ifPresent(months::addAll);
                }
                if (history) {
                    months.addAll(period.monthsFrom(first, end));
                }
            }
        }
        return months;
    }

    /**
     * The months whose referrers are needed.
     *
     * @param templates have read the templates of all markers
     * @param end where periods end
     * @param totals when pages were first viewed
     */
    static Set<YearMonth> ofReferrers(
            SiteScan scan, WidgetTemplates templates, Instant end, Map<String, PageTotal> totals) {
        var first = totals.values().stream().map(PageTotal::first).min(naturalOrder());
        var months = new TreeSet<YearMonth>();
        scan.marked().stream()
                .flatMap(marked -> marked.markers().stream())
                .filter(marker -> templates.uses(marker.template(), Variables.REFERRERS)
                        || templates.uses(marker.template(), Variables.SITE_REFERRERS))
                .map(marker -> marker.parameters().period())
                .distinct()
                .forEach(period -> months.addAll(period.monthsFrom(first, end)));
        return months;
    }

    /** The periods that markers ask for, by their template, which decides how far back it looks. */
    private static Map<String, Set<Period>> periods(SiteScan scan) {
        var periods = new HashMap<String, Set<Period>>();
        for (var marked : scan.marked()) {
            for (var marker : marked.markers()) {
                periods.computeIfAbsent(marker.template(), template -> new HashSet<>())
                        .add(marker.parameters().period());
            }
        }
        return periods;
    }
}
