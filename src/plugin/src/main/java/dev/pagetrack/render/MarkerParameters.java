package dev.pagetrack.render;

import dev.pagetrack.stats.Period;
import java.util.Locale;
import java.util.Optional;

/**
 * What a marker asks for.
 *
 * @param limit how many pages a list holds at most, 1 to {@value #MAX_LIMIT}
 * @param period the time that figures are about
 * @param periodText the period as written, for templates
 * @param prefix what the paths of the listed pages begin with; empty for all pages
 * @param page the path of the page the figures are about, if it is not the page the marker stands on
 * @param locale how numbers read, if not as on the rest of the site
 */
record MarkerParameters(
        int limit, Period period, String periodText, String prefix, Optional<String> page, Optional<Locale> locale) {

    static final int MAX_LIMIT = 1000;

    /** What is asked for when nothing is written. */
    static final MarkerParameters DEFAULTS =
            new MarkerParameters(5, new Period.AllTime(), "all", "", Optional.empty(), Optional.empty());

    MarkerParameters withLimit(int newLimit) {
        return new MarkerParameters(newLimit, period, periodText, prefix, page, locale);
    }

    MarkerParameters withPeriod(Period newPeriod, String text) {
        return new MarkerParameters(limit, newPeriod, text, prefix, page, locale);
    }

    MarkerParameters withPrefix(String newPrefix) {
        return new MarkerParameters(limit, period, periodText, newPrefix, page, locale);
    }

    MarkerParameters withPage(String newPage) {
        return new MarkerParameters(limit, period, periodText, prefix, Optional.of(newPage), locale);
    }

    MarkerParameters withLocale(Locale newLocale) {
        return new MarkerParameters(limit, period, periodText, prefix, page, Optional.of(newLocale));
    }
}
