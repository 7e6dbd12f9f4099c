package dev.pagetrack.render.marker;

import dev.pagetrack.stats.HistoryStep;
import dev.pagetrack.stats.Period;
import java.util.Locale;
import java.util.Optional;

/**
 * What a marker asks for: a widget, and what it shall show. A theme writes the same into every page, and who writes the
 * same is given the same object: so what holds for one marker holds for thousands, and is known by identity.
 *
 * @param widget the name of the widget
 * @param limit how many pages a list holds at most, 1 to {@value #MAX_LIMIT}
 * @param selection the time and the pages that figures are about
 * @param periodText the period as written, for templates
 * @param page the path of the page the figures are about, if it is not the page the marker stands on
 * @param locale how numbers read, if not as on the rest of the site
 * @param by how long the steps of a history are, if the period shall not decide
 * @param template the name of the template to use; that of the widget if nothing else is asked for
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

    /** What a widget is asked for when nothing is written. */
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
                new Selection(period, "", ""),
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
        var changed = new Selection(period, selection.prefix(), selection.exclude());
        return new MarkerParameters(widget, limit, changed, text, page, locale, by, template);
    }

    MarkerParameters withPrefix(String prefix) {
        var changed = new Selection(selection.period(), prefix, selection.exclude());
        return new MarkerParameters(widget, limit, changed, periodText, page, locale, by, template);
    }

    MarkerParameters withExclude(String patterns) {
        var changed = new Selection(selection.period(), selection.prefix(), patterns);
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
