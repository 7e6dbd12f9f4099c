package dev.pagetrack.render.scan;

import dev.pagetrack.page.PagePatterns;
import dev.pagetrack.render.scan.ArticleSigns.Sign;
import dev.pagetrack.render.site.Site;
import dev.pagetrack.render.site.SitePage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tells articles from other pages: by the patterns of the user, else by what pages say of themselves. Home pages,
 * sections, tags and paginated pages are never articles, though themes may say so.
 */
public final class Articles {

    private static final Pattern PAGINATED = Pattern.compile("(?:^|.*/)page[/_-]?[0-9]+(?:/|\\.html?)?");

    private static final Pattern LIST = Pattern.compile("(?:^|.*/)(?:"
            + "(?:tags?|categor(?:y|ies)|authors?|archives?|search)(?:/|\\.html?)?"
            + "|(?:tags?|categor(?:y|ies)|authors?)/[^/]+(?:/|\\.html?)?"
            + "|(?:19|20)[0-9]{2}/(?:[01]?[0-9]/){0,2})");

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}(?:[-_][A-Za-z]{2,4})?/");

    /** From so many pages directly below it on, the page of a folder is taken for a section. */
    private static final int SECTION = 2;

    private final List<String> texts;
    private final PagePatterns patterns;
    private final Map<String, Integer> pagesBelow = new HashMap<>();

    /**
     * @param patterns patterns of the paths of articles below the site's address; empty to tell them by their signs
     */
    public Articles(Site site, List<String> patterns) {
        this.texts =
                patterns.stream().map(text -> text.replaceFirst("^/(?=.)", "")).toList();
        this.patterns = PagePatterns.of(patterns, List.of());
        for (var page : site.pages()) {
            var path = page.pathInSite();
            int end = path.lastIndexOf('/', path.length() - 2);
            if (end >= 0) {
                pagesBelow.merge(path.substring(0, end + 1), 1, Integer::sum);
            }
        }
    }

    /** Whether the signs of pages are needed. */
    public boolean needSigns() {
        return texts.isEmpty();
    }

    /**
     * Whether a page is an article.
     *
     * @param sign its sign; it does not matter if there are patterns
     */
    boolean contain(SitePage page, Sign sign) {
        var path = page.pathInSite();
        if (!texts.isEmpty()) {
            // A pattern such as blog/** also means the page of the folder itself, but its author does not.
            return texts.contains(path) || (patterns.matches(path) && !isList(path) && !isFolderOfPattern(path));
        }
        return sign != Sign.NONE && !isList(path) && (sign == Sign.CLEAR || pagesBelow(path) < SECTION);
    }

    private boolean isList(String path) {
        return path.equals("/")
                || PAGINATED.matcher(path).matches()
                || LIST.matcher(path).matches()
                || (LANGUAGE.matcher(path).matches() && pagesBelow(path) > 0);
    }

    private boolean isFolderOfPattern(String path) {
        return texts.contains(path + "*") || texts.contains(path + "**");
    }

    private int pagesBelow(String path) {
        return pagesBelow.getOrDefault(path, 0);
    }
}
