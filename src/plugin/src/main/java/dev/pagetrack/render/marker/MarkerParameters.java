package dev.pagetrack.render.marker;

import dev.pagetrack.stats.HistoryStep;
import dev.pagetrack.stats.Period;
import java.util.Locale;
import java.util.Optional;

/**
 * A marker's widget and the widget's parameters. A theme writes the same marker into every page, and equal markers
 * share one object. So results for thousands of markers can be cached by the identity of this object.
 *
 * @param widget the name of the widget
 * @param limit the maximum number of pages in a list, 1 to {@value #MAX_LIMIT}
 * @param selection the period and the pages whose views are counted
 * @param periodText the period as written, for templates
 * @param page the path of the page whose views are shown; empty for the page that contains the marker
 * @param locale the locale that numbers are formatted for; empty for that of the site
 * @param by the length of the steps of a history; empty if the period decides
 * @param template the name of the template; by default that of the widget
 */
public record MarkerParameters(
        String widget,
        int limit,
        Selection selection,
        String periodText,
        Optional<String> page,
        Optional<Locale> locale,
        Optional<HistoryStep> by,
        String template) {

    static final int MAX_LIMIT = 1000;

    /** The parameters of a widget for which the marker sets none. */
    static MarkerParameters defaults(String widget) {
        return switch (widget) {
            case "trending" -> defaults(widget, new Period.LastDays(30), "30d");
            case "history", "referrers", "site-referrers" -> defaults(widget, new Period.LastMonths(12), "12m");
            default -> defaults(widget, new Period.AllTime(), "all");
        };
    }

    private static MarkerParameters defaults(String widget, Period period, String periodText) {
        return new MarkerParameters(
                widget,
                5,
                new Selection(period, "", "", false),
                periodText,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                widget);
    }

    public Period period() {
        return selection.period();
    }

    MarkerParameters withLimit(int newLimit) {
        return new MarkerParameters(widget, newLimit, selection, periodText, page, locale, by, template);
    }

    MarkerParameters withPeriod(Period period, String text) {
        var changed = new Selection(period, selection.prefix(), selection.exclude(), selection.articles());
        return new MarkerParameters(widget, limit, changed, text, page, locale, by, template);
    }

    MarkerParameters withPrefix(String prefix) {
        var changed = new Selection(selection.period(), prefix, selection.exclude(), selection.articles());
        return new MarkerParameters(widget, limit, changed, periodText, page, locale, by, template);
    }

    MarkerParameters withExclude(String patterns) {
        var changed = new Selection(selection.period(), selection.prefix(), patterns, selection.articles());
        return new MarkerParameters(widget, limit, changed, periodText, page, locale, by, template);
    }

    MarkerParameters withArticlesOnly() {
        var changed = new Selection(selection.period(), selection.prefix(), selection.exclude(), true);
        return new MarkerParameters(widget, limit, changed, periodText, page, locale, by, template);
    }

    MarkerParameters withPage(String newPage) {
        return new MarkerParameters(widget, limit, selection, periodText, Optional.of(newPage), locale, by, template);
    }

    MarkerParameters withLocale(Locale newLocale) {
        return new MarkerParameters(widget, limit, selection, periodText, page, Optional.of(newLocale), by, template);
    }

    MarkerParameters withBy(HistoryStep step) {
        return new MarkerParameters(widget, limit, selection, periodText, page, locale, Optional.of(step), template);
    }

    MarkerParameters withTemplate(String name) {
        return new MarkerParameters(widget, limit, selection, periodText, page, locale, by, name);
    }
}
