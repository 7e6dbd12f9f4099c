package dev.pagetrack.render.scan;

import static java.util.Comparator.comparing;

import dev.pagetrack.page.PagePatterns;
import dev.pagetrack.render.marker.GeneratedPage;
import dev.pagetrack.render.site.Site;
import dev.pagetrack.render.site.SitePage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads titles and descriptions of pages, only when they are needed and each page once. */
public final class PageTitles {

    /** The number of pages from which the suffix of all titles is derived. */
    private static final int SAMPLE = 100;

    /** Separates the title of a page from the name of its site. */
    private static final Pattern SEPARATOR = Pattern.compile("\\s+(?:[|\\-–—·•:»«/]|::|--)\\s+");

    private final Site site;
    private final PagePatterns listed;
    private final Map<String, PageText> texts = new ConcurrentHashMap<>();
    private @Nullable String suffix;

    public PageTitles(Site site, PagePatterns listed) {
        this.site = site;
        this.listed = listed;
    }

    /**
     * {@code og:title}, else the first heading, else the title without the suffix that most titles share, else the page
     * path.
     */
    public String title(SitePage page) {
        var text = text(page);
        if (!text.openGraphTitle().isEmpty()) {
            return text.openGraphTitle();
        }
        if (!text.heading().isEmpty()) {
            return text.heading();
        }
        if (text.title().isEmpty()) {
            return page.path();
        }
        var ending = suffix();
        boolean cut = !ending.isEmpty()
                && text.title().endsWith(ending)
                && text.title().length() > ending.length();
        return cut ? text.title().substring(0, text.title().length() - ending.length()) : text.title();
    }

    /**
     * Whether lists may contain the page: it is no error page, the user has not excluded it, and it is not
     * {@code noindex}.
     */
    public boolean isListed(SitePage page) {
        return !page.isNotFoundPage()
                && listed.matches(page.pathInSite())
                && !text(page).noindex();
    }

    public String description(SitePage page) {
        return text(page).description();
    }

    private PageText text(SitePage page) {
        return texts.computeIfAbsent(page.path(), path -> PageText.of(GeneratedPage.of(page.read())));
    }

    private synchronized String suffix() {
        if (suffix == null) {
            var titles = site.pages().stream()
                    .sorted(comparing(SitePage::path))
                    .limit(SAMPLE)
                    .map(page -> text(page).title())
                    .filter(title -> !title.isEmpty())
                    .toList();
            suffix = sharedSuffix(titles);
        }
        return suffix;
    }

    /**
     * The longest suffix that more than half of the titles share, and at least two, with the separator before it; empty
     * if there is none.
     */
    static String sharedSuffix(List<String> titles) {
        var counts = new HashMap<String, Integer>();
        for (var title : titles) {
            var separator = SEPARATOR.matcher(title);
            while (separator.find()) {
                counts.merge(title.substring(separator.start()), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 1 && 2 * entry.getValue() > titles.size())
                .map(Map.Entry::getKey)
                .max(comparing(String::length))
                .orElse("");
    }
}
