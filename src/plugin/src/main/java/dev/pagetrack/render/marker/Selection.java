package dev.pagetrack.render.marker;

import dev.pagetrack.page.PagePatterns;
import dev.pagetrack.render.site.SitePage;
import dev.pagetrack.stats.Period;
import java.util.List;
import java.util.function.Predicate;

/**
 * Selects the views that a widget shows, by time and by page.
 *
 * @param period the time of the views
 * @param prefix the beginning of the page paths below the site's address; empty for all pages
 * @param exclude patterns of such page paths to leave out, separated by commas; empty for none
 * @param articles whether only articles are meant
 */
public record Selection(Period period, String prefix, String exclude, boolean articles) {

    /** Tests whether the path of a page is selected. Whether it is an article is not tested here. */
    public Predicate<SitePage> pages() {
        var patterns =
                exclude.isEmpty() ? PagePatterns.ALL : PagePatterns.of(List.of(), List.of(exclude.split("\\s*,\\s*")));
        return page -> page.pathInSite().startsWith(prefix) && patterns.matches(page.pathInSite());
    }

    // Written out because generated methods of records cost start-up time: see FileVersion.
    @Override
    public boolean equals(Object other) {
        return other instanceof Selection that
                && period.equals(that.period)
                && prefix.equals(that.prefix)
                && exclude.equals(that.exclude)
                && articles == that.articles;
    }

    @Override
    public int hashCode() {
        return 31 * prefix.hashCode() + exclude.hashCode();
    }
}
