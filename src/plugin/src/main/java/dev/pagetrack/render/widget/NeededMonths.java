package dev.pagetrack.render.widget;

import static java.util.Objects.requireNonNull;

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

/** Finds the months of the table that the markers of a site need. Each month costs a query, so no others are read. */
public final class NeededMonths {

    private NeededMonths() {}

    /**
     * The months whose daily views are needed.
     *
     * @param templates the templates of all markers by name
     * @param end the instant at which periods end
     * @param totals the totals of all pages, for their first views
     */
    public static Set<YearMonth> of(
            SiteScan scan, Map<String, WidgetTemplate> templates, Instant end, Map<String, PageTotal> totals) {
        var firstView = firstView(totals);
        var months = new TreeSet<YearMonth>();
        for (var entry : periods(scan).entrySet()) {
            var template = requireNonNull(templates.get(entry.getKey()), entry.getKey());
            boolean days = usesAny(template, Variables.NEED_DAYS);
            boolean trending = template.uses(Variables.TRENDING);
            boolean history = template.uses(Variables.HISTORY);
            for (var period : entry.getValue()) {
                if (days) {
                    period.endingAt(end).map(DayRange::months).ifPresent(months::addAll);
                }
                if (trending) {
                    period.before(end).map(DayRange::months).ifPresent(months::addAll);
                }
                if (history) {
                    months.addAll(period.monthsFrom(firstView, end));
                }
            }
        }
        return months;
    }

    /**
     * The months whose referrers are needed.
     *
     * @param templates the templates of all markers by name
     * @param end the instant at which periods end
     * @param totals the totals of all pages, for their first views
     */
    public static Set<YearMonth> ofReferrers(
            SiteScan scan, Map<String, WidgetTemplate> templates, Instant end, Map<String, PageTotal> totals) {
        var firstView = firstView(totals);
        var months = new TreeSet<YearMonth>();
        for (var entry : periods(scan).entrySet()) {
            if (usesAny(requireNonNull(templates.get(entry.getKey()), entry.getKey()), Variables.NEED_REFERRERS)) {
                for (var period : entry.getValue()) {
                    months.addAll(period.monthsFrom(firstView, end));
                }
            }
        }
        return months;
    }

    /** The periods that markers ask for, by template: the template decides which months a period needs. */
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

    /** The instant of the first view of any page. */
    private static Optional<Instant> firstView(Map<String, PageTotal> totals) {
        Instant first = null;
        for (var total : totals.values()) {
            if (first == null || total.first().isBefore(first)) {
                first = total.first();
            }
        }
        return Optional.ofNullable(first);
    }
}
