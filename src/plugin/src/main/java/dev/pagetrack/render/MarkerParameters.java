package dev.pagetrack.render;

import dev.pagetrack.stats.HistoryStep;
import dev.pagetrack.stats.Period;
import java.util.Locale;
import java.util.Optional;

/**
 * What a marker asks for.
 *
 * @param limit how many pages a list holds at most, 1 to {@value #MAX_LIMIT}
 * @param selection the time and the pages that figures are about
 * @param periodText the period as written, for templates
 * @param page the path of the page the figures are about, if it is not the page the marker stands on
 * @param locale how numbers read, if not as on the rest of the site
 * @param by how long the steps of a history are, if the period shall not decide
 * @param template the template to use, if not the widget's own
 */
record MarkerParameters(
        int limit,
        Selection selection,
        String periodText,
        Optional<String> page,
        Optional<Locale> locale,
        Optional<HistoryStep> by,
        Optional<String> template) {

    static final int MAX_LIMIT = 1000;

    private static final MarkerParameters DEFAULTS = new MarkerParameters(
            5,
            new Selection(new Period.AllTime(), "", ""),
            "all",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** What a widget is asked for when nothing is written. */
    static MarkerParameters defaults(String widget) {
        return switch (widget) {
            case "trending" -> DEFAULTS.withPeriod(new Period.LastDays(30), "30d");
            case "history", "referrers", "site-referrers" -> DEFAULTS.withPeriod(new Period.LastMonths(12), "12m");
            default -> DEFAULTS;
        };
    }

    Period period() {
        return selection.period();
    }

    MarkerParameters withLimit(int newLimit) {
        return new MarkerParameters(newLimit, selection, periodText, page, locale, by, template);
    }

    MarkerParameters withPeriod(Period period, String text) {
        var changed = new Selection(period, selection.prefix(), selection.exclude());
        return new MarkerParameters(limit, changed, text, page, locale, by, template);
    }

    MarkerParameters withPrefix(String prefix) {
        var changed = new Selection(selection.period(), prefix, selection.exclude());
        return new MarkerParameters(limit, changed, periodText, page, locale, by, template);
    }

    MarkerParameters withExclude(String patterns) {
        var changed = new Selection(selection.period(), selection.prefix(), patterns);
        return new MarkerParameters(limit, changed, periodText, page, locale, by, template);
    }

    MarkerParameters withPage(String newPage) {
        return new MarkerParameters(limit, selection, periodText, Optional.of(newPage), locale, by, template);
    }

    MarkerParameters withLocale(Locale newLocale) {
        return new MarkerParameters(limit, selection, periodText, page, Optional.of(newLocale), by, template);
    }

    MarkerParameters withBy(HistoryStep step) {
        return new MarkerParameters(limit, selection, periodText, page, locale, Optional.of(step), template);
    }

    MarkerParameters withTemplate(String name) {
        return new MarkerParameters(limit, selection, periodText, page, locale, by, Optional.of(name));
    }
}
