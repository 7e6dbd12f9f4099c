package dev.pagetrack.render;

import dev.pagetrack.render.match.LostPage;
import dev.pagetrack.render.match.TableMatch;
import dev.pagetrack.render.scan.PageTitles;
import dev.pagetrack.render.scan.SiteScan;
import dev.pagetrack.render.site.PageRules;
import dev.pagetrack.render.site.Site;
import dev.pagetrack.render.site.SitePage;
import dev.pagetrack.render.site.SiteRoot;
import dev.pagetrack.render.site.SiteWalk;
import dev.pagetrack.render.widget.PageFigures;
import dev.pagetrack.stats.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;

/** Compares the pages of a site with the table without rendering: only the names of files are read, if they match. */
public final class SiteCheck {

    private final Site site;
    private final PageRules rules;
    private final TableMatch match;

    private SiteCheck(Site site, PageRules rules, TableMatch match) {
        this.site = site;
        this.rules = rules;
        this.match = match;
    }

    /**
     * Compares a site with figures.
     *
     * @throws dev.pagetrack.render.site.RenderException if the site or the rules are wrong
     */
    public static SiteCheck of(SiteRoot root, PageRules rules, Snapshot figures) {
        var pool = new ForkJoinPool(RenderSettings.usualThreads());
        try {
            var site = SiteScan.unreadSite(root, rules, SiteWalk.of(root.folder(), pool));
            return new SiteCheck(site, rules, new PageFigures(site, figures, figures.asOf()).match(site, root));
        } finally {
            pool.shutdown();
        }
    }

    /** How many pages the site has. */
    public int pages() {
        return site.size();
    }

    /** How many of them have views. */
    public int viewedPages() {
        return match.viewedPages();
    }

    /** A warning that hardly any page of the site has views, although the table has; empty if enough have. */
    public Optional<String> mismatch() {
        return match.mismatch();
    }

    /** All pages with views that the site no longer has, most viewed first. It may read the titles of all pages. */
    public List<LostPage> lostPages() {
        return match.lost(this::titles);
    }

    private Map<String, String> titles() {
        var titles = new PageTitles(site, rules.listed(), Optional.empty());
        return site.pages().parallelStream().collect(Collectors.toMap(SitePage::path, titles::title));
    }
}
