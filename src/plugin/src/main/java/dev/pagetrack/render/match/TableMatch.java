package dev.pagetrack.render.match;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.Count;
import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.render.site.Site;
import dev.pagetrack.render.site.SiteRoot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * How the pages of the site and the pages of the table match.
 *
 * @param site the pages that exist
 * @param root the site's address, whose path all page paths begin with
 * @param viewedPages how many pages of the site have views in the table
 * @param counted how many page paths in the table have views
 * @param unmatched the totals in the table that belong to no page of the site, by page path
 */
public record TableMatch(
        Site site, SiteRoot root, int viewedPages, int counted, SortedMap<String, PageTotal> unmatched) {

    /** How many page paths a message shows. */
    private static final int SHOWN = 3;

    /** If fewer pages than one in so many have views, a setting is wrong, even if it is not known which one. */
    private static final int FEW = 10;

    public TableMatch {
        requireNonNull(site, "site");
        requireNonNull(root, "root");
        var viewed = new TreeMap<>(unmatched);
        viewed.values().removeIf(total -> total.views() == 0);
        unmatched = Collections.unmodifiableSortedMap(viewed);
    }

    /**
     * A warning that the table has views, but hardly any of them belong to this site, with the likely cause; empty if
     * enough pages of the site have views, or if the table has none at all.
     */
    public Optional<String> mismatch() {
        int comparable = Math.min(site.size(), counted);
        if (comparable == 0 || unmatched.isEmpty() || 2 * viewedPages >= comparable) {
            return Optional.empty();
        }
        var cause = new LikelyCause(site, root, viewedPages, counted, unmatched.keySet()).find();
        boolean few = viewedPages == 0 || FEW * viewedPages < Math.min(site.size(), countedInSite());
        return cause.isPresent() || few
                ? Optional.of(what() + " " + cause.orElseGet(TableMatch::unknownCause))
                : Optional.empty();
    }

    /** The page paths in the table that lie below the path of the site. */
    private int countedInSite() {
        return counted - unmatched.size() + inSite().size();
    }

    private String what() {
        long views = unmatched.values().stream().mapToLong(PageTotal::views).sum();
        var most = mostViewed(unmatched);
        return (viewedPages == 0
                        ? "No page of the site has a view in the table"
                        : "Only " + viewedPages + " of " + Count.of(site.size(), "page") + " of the site "
                                + (viewedPages == 1 ? "has" : "have") + " views in the table")
                + ", but the table has " + Count.of(views, "view") + " of "
                + Count.of(unmatched.size(), "other page path") + ": "
                + String.join(", ", most.subList(0, Math.min(SHOWN, most.size())))
                + (most.size() > SHOWN ? ", …" : "") + ".";
    }

    private static String unknownCause() {
        return "They may be the pages of another site: check <siteId> (pagetrack.siteId), <table> (pagetrack.table) and"
                + " <siteRoot> (pagetrack.siteRoot); or the site lies below a path of its host: then set <siteUrl>"
                + " (pagetrack.siteUrl) with that path.";
    }

    /**
     * The pages with views that the site no longer has, most viewed first. Views of paths outside of the site's own
     * path are those of other sites of its host.
     *
     * @param titles the titles of all pages by page path, to find pages that have another path now; empty to compare
     *     only paths
     */
    public List<LostPage> lost(Supplier<Map<String, String>> titles) {
        var inSite = inSite();
        if (inSite.isEmpty()) {
            return List.of();
        }
        var near = new NearPages(site, titles);
        var lost = new ArrayList<LostPage>();
        for (var path : mostViewed(inSite)) {
            lost.add(new LostPage(path, requireNonNull(inSite.get(path)).views(), near.of(path)));
        }
        return lost;
    }

    private Map<String, PageTotal> inSite() {
        var prefix = root.pathPrefix();
        if (prefix.isEmpty()) {
            return unmatched;
        }
        var inSite = new HashMap<String, PageTotal>();
        unmatched.forEach((path, total) -> {
            if (path.startsWith(prefix)) {
                inSite.put(path, total);
            }
        });
        return inSite;
    }

    /** The page paths in descending order of views; those with equal views in alphabetical order. */
    private static List<String> mostViewed(Map<String, PageTotal> totals) {
        return totals.entrySet().stream()
                .sorted((a, b) -> {
                    int byViews =
                            Long.compare(b.getValue().views(), a.getValue().views());
                    return byViews != 0 ? byViews : a.getKey().compareTo(b.getKey());
                })
                .map(Map.Entry::getKey)
                .toList();
    }
}
