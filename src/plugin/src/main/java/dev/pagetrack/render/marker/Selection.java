package dev.pagetrack.render.marker;

import dev.pagetrack.page.PagePatterns;
import dev.pagetrack.render.site.SitePage;
import dev.pagetrack.stats.Period;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which figures are meant.
 *
 * @param period the time they are about
 * @param prefix what the paths of the pages begin with; empty for all pages
 * @param exclude patterns of page paths that are left out, separated by commas; empty for none
 */
public record Selection(Period period, String prefix, String exclude) {

    /** Whether a page is among those that are meant. */
    public Predicate<SitePage> pages() {
        var patterns =
                exclude.isEmpty() ? PagePatterns.ALL : PagePatterns.of(List.of(), List.of(exclude.split("\\s*,\\s*")));
        return page -> page.path().startsWith(prefix) && patterns.matches(page.path());
    }

    // As generated, but ready: see FileVersion.
    @Override
    public boolean equals(Object other) {
        return other instanceof Selection that
                && period.equals(that.period)
                && prefix.equals(that.prefix)
                && exclude.equals(that.exclude);
    }

    @Override
    public int hashCode() {
        return 31 * prefix.hashCode() + exclude.hashCode();
    }
}
