package dev.pagetrack.render;

import static java.util.Comparator.naturalOrder;

import dev.pagetrack.stats.DayRange;
import dev.pagetrack.stats.Period;
import dev.pagetrack.table.PageTotal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The months that the markers of a site need, and no other: each of them is a query. */
final class NeededMonths {

    /**
     * What decides.
     *
     * @param template the template, which may look further back
     * @param period the time it is about
     */
    private record Need(String template, Period period) {}

    private NeededMonths() {}

    /**
     * The months.
     *
     * @param templates have read the templates of all markers
     * @param end where periods end
     * @param totals when pages were first viewed
     */
    static Set<YearMonth> of(SiteScan scan, WidgetTemplates templates, Instant end, Map<String, PageTotal> totals) {
        var needs = new HashSet<Need>();
        scan.marked()
                .forEach(marked -> marked.markers()
                        .forEach(marker -> needs.add(
                                new Need(marker.template(), marker.parameters().period()))));
        var first = totals.values().stream().map(PageTotal::first).min(naturalOrder());
        var months = new TreeSet<YearMonth>();
        for (var need : needs) {
            if (Variables.BY_DAY.stream().anyMatch(name -> templates.uses(need.template(), name))) {
                need.period().endingAt(end).map(DayRange::months).ifPresent(months::addAll);
            }
            if (templates.uses(need.template(), Variables.TRENDING)) {
                need.period().before(end).map(DayRange::months).ifPresent(months::addAll);
            }
            if (templates.uses(need.template(), Variables.HISTORY)) {
                months.addAll(need.period().monthsFrom(first, end));
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
}
