package dev.pagetrack.render.scan;

import static java.util.Comparator.comparing;

import dev.pagetrack.page.PagePatterns;
import dev.pagetrack.render.marker.GeneratedPage;
import dev.pagetrack.render.scan.ArticleSigns.Sign;
import dev.pagetrack.render.site.Site;
import dev.pagetrack.render.site.SitePage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads titles, descriptions and signs of articles of pages, only when they are needed and each page once. */
public final class PageTitles {

    /** The number of pages that show what all titles share. */
    private static final int SAMPLE = 60;

    private final Site site;
    private final PagePatterns listed;
    private final Optional<Articles> articles;
    private final Map<String, ReadPage> read = new ConcurrentHashMap<>();
    private @Nullable SharedText shared;

    /**
     * What was found in a page by reading it once.
     *
     * @param text its texts
     * @param sign whether it is an article; it is not looked for if nobody asks for articles
     */
    private record ReadPage(PageText text, Sign sign) {}

    /**
     * @param listed the pages that the user has not excluded from lists
     * @param articles tells articles from other pages; empty if nobody will ask
     */
    public PageTitles(Site site, PagePatterns listed, Optional<Articles> articles) {
        this.site = site;
        this.listed = listed;
        this.articles = articles;
    }

    /**
     * {@code og:title}, else the first heading, else the title, each without what the titles of most pages share; else
     * the page path.
     */
    public String title(SitePage page) {
        var text = text(page);
        var sharedText = shared();
        for (var candidate : List.of(text.openGraphTitle(), text.heading(), text.title())) {
            var own = candidate.equals(text.siteName()) ? "" : sharedText.own(candidate);
            if (!own.isEmpty()) {
                return own;
            }
        }
        return page.pathInSite().equals("/") ? homeTitle(text, page.path()) : page.path();
    }

    /** The home page may be called like the site. */
    private static String homeTitle(PageText text, String path) {
        return Stream.of(text.heading(), text.openGraphTitle(), text.title(), text.siteName())
                .map(SharedText::withoutEmptySide)
                .filter(title -> !title.isEmpty())
                .findFirst()
                .orElse(path);
    }

    /**
     * Whether lists may contain the page: it is an HTML document and no error page, leads to no other page, the user has
     * not excluded it, and it is not {@code noindex}.
     */
    public boolean isListed(SitePage page) {
        return !page.isNotFoundPage() && listed.matches(page.pathInSite()) && isListed(page, text(page));
    }

    private static boolean isListed(SitePage page, PageText text) {
        return text.document()
                && !text.noindex()
                && text.refresh().filter(refresh -> refresh.leadsAwayFrom(page)).isEmpty();
    }

    /** All pages of the site. */
    public Collection<SitePage> pages() {
        return site.pages();
    }

    /** Whether the user has excluded the page from lists. */
    public boolean isUnlisted(SitePage page) {
        return !listed.matches(page.pathInSite());
    }

    /** Whether the page is an article. */
    public boolean isArticle(SitePage page) {
        var all = articles.orElseThrow();
        return all.contain(page, all.needSigns() ? read(page).sign() : Sign.NONE);
    }

    public String description(SitePage page) {
        return text(page).description();
    }

    private PageText text(SitePage page) {
        return read(page).text();
    }

    private ReadPage read(SitePage page) {
        return read.computeIfAbsent(page.path(), path -> {
            var html = GeneratedPage.of(page.read());
            boolean signs = articles.filter(Articles::needSigns).isPresent();
            return new ReadPage(PageText.of(html), signs ? ArticleSigns.of(html) : Sign.NONE);
        });
    }

    private synchronized SharedText shared() {
        if (shared == null) {
            var sample = new ArrayList<PageText>();
            for (var page : sample()) {
                var text = text(page);
                if (isListed(page, text)) {
                    sample.add(text);
                }
            }
            shared = SharedText.of(List.of(
                    sample.stream().map(PageText::openGraphTitle).toList(),
                    sample.stream().map(PageText::heading).toList(),
                    sample.stream().map(PageText::title).toList()));
        }
        return shared;
    }

    /** Some pages from all parts of the site. */
    private List<SitePage> sample() {
        var pages = site.pages().stream().sorted(comparing(SitePage::path)).toList();
        var sample = new ArrayList<SitePage>();
        for (int i = 0; i < Math.min(SAMPLE, pages.size()); i++) {
            sample.add(pages.get((int) ((long) i * pages.size() / Math.min(SAMPLE, pages.size()))));
        }
        return sample;
    }
}
