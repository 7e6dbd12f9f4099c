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

/** Titles and descriptions of those pages that are asked for, each read once. */
public final class PageTitles {

    /** So many pages tell what all titles end in. */
    private static final int SAMPLE = 100;

    /** Between the title of a page and the name of its site. */
    private static final Pattern SEPARATOR = Pattern.compile("\\s+(?:[|\\-–—·•:»«/]|::|--)\\s+");

    private final Site site;
    private final PagePatterns listed;
    private final Map<String, PageText> texts = new ConcurrentHashMap<>();
    private String suffix;

    public PageTitles(Site site, PagePatterns listed) {
        this.site = site;
        this.listed = listed;
    }

    /** {@code og:title}, else the first heading, else the title without what most titles end in, else the page path. */
    public String title(SitePage page) {
        var text = text(page);
        if (!text.shared().isEmpty()) {
            return text.shared();
        }
        if (!text.heading().isEmpty()) {
            return text.heading();
        }
        if (text.title().isEmpty()) {
            return page.path();
        }
        var end = suffix();
        boolean cut =
                !end.isEmpty() && text.title().endsWith(end) && text.title().length() > end.length();
        return cut ? text.title().substring(0, text.title().length() - end.length()) : text.title();
    }

    /** Whether lists may name the page: it is none of those that nobody looks for, and its author does not object. */
    public boolean isListed(SitePage page) {
        return !page.name().equals(SitePage.NOT_FOUND)
                && listed.matches(page.path())
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

    /** What most titles, and more than one, end in, with the separator before it; empty if they share nothing. */
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
