package dev.pagetrack.render.widget;

import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.render.scan.SiteScan;
import dev.pagetrack.stats.DayRange;
import dev.pagetrack.stats.Period;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The months that the markers of a site need, and no other: each of them is a query. */
public final class NeededMonths {

    private NeededMonths() {}

    /**
     * The months.
     *
     * @param templates the templates of all markers by name
     * @param end where periods end
     * @param totals when pages were first viewed
     */
    public static Set<YearMonth> of(
            SiteScan scan, Map<String, WidgetTemplate> templates, Instant end, Map<String, PageTotal> totals) {
        var first = first(totals);
        var months = new TreeSet<YearMonth>();
        for (var needs : periods(scan).entrySet()) {
            var template = templates.get(needs.getKey());
            boolean byDay = usesAny(template, Variables.BY_DAY);
            boolean trending = template.uses(Variables.TRENDING);
            boolean history = template.uses(Variables.HISTORY);
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
     * @param templates the templates of all markers by name
     * @param end where periods end
     * @param totals when pages were first viewed
     */
    public static Set<YearMonth> ofReferrers(
            SiteScan scan, Map<String, WidgetTemplate> templates, Instant end, Map<String, PageTotal> totals) {
        var first = first(totals);
        var months = new TreeSet<YearMonth>();
        for (var needs : periods(scan).entrySet()) {
            if (usesAny(templates.get(needs.getKey()), Variables.BY_HOST)) {
                for (var period : needs.getValue()) {
                    months.addAll(period.monthsFrom(first, end));
                }
            }
        }
        return months;
    }

    /** The periods that markers ask for, by their template, which decides how far back it looks. */
    private static Map<String, Set<Period>> periods(SiteScan scan) {
        var periods = new HashMap<String, Set<Period>>();
        for (var kind : scan.kinds().keySet()) {
            periods.computeIfAbsent(kind.template(), template -> new HashSet<>())
                    .add(kind.period());
        }
        return periods;
    }

    private static boolean usesAny(WidgetTemplate template, Collection<String> variables) {
        for (var variable : variables) {
            if (template.uses(variable)) {
                return true;
            }
        }
        return false;
    }

    /** When the first page was viewed. */
    private static Optional<Instant> first(Map<String, PageTotal> totals) {
        Instant first = null;
        for (var total : totals.values()) {
            if (first == null || total.first().isBefore(first)) {
                first = total.first();
            }
        }
        return Optional.ofNullable(first);
    }
}
