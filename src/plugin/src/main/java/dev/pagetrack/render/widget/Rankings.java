package dev.pagetrack.render.widget;

import dev.pagetrack.render.marker.Selection;
import dev.pagetrack.render.scan.PageTitles;
import dev.pagetrack.render.site.SitePage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Orders pages by views, and sums their views. Many pages show the same list, so each result is computed once. */
final class Rankings {

    /**
     * A page and its views.
     *
     * @param page the page
     * @param views its views in a period
     * @param before its views in the period before; 0 if they are not needed
     */
    record Viewed(SitePage page, long views, long before) {

        /**
         * The growth of the views in standard deviations, if views are independent of each other. The higher it is, the
         * less likely it is that the growth is only chance. From 0 to 100 views is more than from 1,000 to 1,100.
         */
        double growth() {
            return (views - before) / Math.sqrt((double) views + before);
        }
    }

    /**
     * The key of a list that several pages show.
     *
     * @param selection the pages and the period of the list
     * @param limit how many pages the list holds at most
     */
    private record Key(Selection selection, int limit) {

        // Written out because generated methods of records cost start-up time: see FileVersion.
        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && limit == that.limit && selection.equals(that.selection);
        }

        @Override
        public int hashCode() {
            return 31 * limit + selection.hashCode();
        }
    }

    private final PageFigures figures;
    private final PageTitles titles;
    private final Map<Key, List<Viewed>> mostViewed = new ConcurrentHashMap<>();
    private final Map<Key, List<Viewed>> trending = new ConcurrentHashMap<>();
    private final Map<Selection, Map<String, Integer>> positions = new ConcurrentHashMap<>();
    private final Map<Selection, Long> sums = new ConcurrentHashMap<>();
    private final Map<Selection, Map<String, Long>> referrers = new ConcurrentHashMap<>();

    /**
     * @param figures the views of pages
     * @param titles knows which pages may appear in lists
     */
    Rankings(PageFigures figures, PageTitles titles) {
        this.figures = figures;
        this.titles = titles;
    }

    /** The sum of the views of all selected pages, including those that may not appear in lists. */
    long sum(Selection selection) {
        return sums.computeIfAbsent(selection, key -> {
            var views = figures.viewsIn(key.period());
            return counted(key).stream().mapToLong(views).sum();
        });
    }

    /** The views of all selected pages together, by the host that readers came from. */
    Map<String, Long> referrers(Selection selection) {
        return referrers.computeIfAbsent(selection, key -> figures.referrers(counted(key), key.period()));
    }

    /** The most viewed pages, in descending order of views; pages with equal views are ordered by path. */
    List<Viewed> mostViewed(Selection selection, int limit) {
        return mostViewed.computeIfAbsent(new Key(selection, limit), key -> {
            var views = figures.viewsIn(selection.period());
            return ranked(key, page -> new Viewed(page, views.applyAsLong(page), 0), Viewed::views);
        });
    }

    /** The pages with the highest {@link Viewed#growth}, highest first; pages with equal growth are ordered by path. */
    List<Viewed> trending(Selection selection, int limit) {
        return trending.computeIfAbsent(new Key(selection, limit), key -> {
            var views = figures.viewsIn(selection.period());
            var before = figures.viewsBefore(selection.period());
            return ranked(
                    key, page -> new Viewed(page, views.applyAsLong(page), before.applyAsLong(page)), Viewed::growth);
        });
    }

    /** The place of each page in the list of all most viewed pages, by path, counted from 1. */
    Map<String, Integer> positions(Selection selection) {
        return positions.computeIfAbsent(selection, key -> {
            var places = new HashMap<String, Integer>();
            mostViewed(key, Integer.MAX_VALUE)
                    .forEach(viewed -> places.put(viewed.page().path(), places.size() + 1));
            return places;
        });
    }

    private List<Viewed> ranked(Key key, Function<SitePage, Viewed> figuresOf, ToDoubleFunction<Viewed> score) {
        Comparator<Viewed> order = (a, b) -> {
            int byScore = Double.compare(score.applyAsDouble(b), score.applyAsDouble(a));
            return byScore != 0 ? byScore : a.page().path().compareTo(b.page().path());
        };
        var candidates = new ArrayList<Viewed>();
        for (var page : selected(key.selection())) {
            var viewed = figuresOf.apply(page);
            if (viewed.views() > viewed.before()) {
                candidates.add(viewed);
            }
        }
        return firstListed(key, candidates, order);
    }

    /** The first pages that may appear in lists, in order. A queue, because most lists need only a few pages. */
    private List<Viewed> firstListed(Key key, Collection<Viewed> viewed, Comparator<Viewed> order) {
        var queue = new PriorityQueue<Viewed>(viewed.size() + 1, order);
        queue.addAll(viewed);
        var first = new ArrayList<Viewed>();
        while (first.size() < key.limit() && !queue.isEmpty()) {
            var next = queue.poll();
            if (isListed(next.page(), key.selection())) {
                first.add(next);
            }
        }
        return List.copyOf(first);
    }

    private boolean isListed(SitePage page, Selection selection) {
        return (!selection.articles() || titles.isArticle(page)) && titles.isListed(page);
    }

    /**
     * Why a list is empty; empty if it is not, or if only no page gained views, which is nothing unusual. The reasons
     * are tried in the order in which pages are selected.
     */
    Optional<String> whyEmpty(Selection selection) {
        if (!mostViewed(selection, 1).isEmpty()) {
            return Optional.empty();
        }
        if (titles.pages().stream().noneMatch(page -> page.pathInSite().startsWith(selection.prefix()))) {
            return Optional.of("no page of the site is below that prefix, which begins below the address of the site");
        }
        if (titles.pages().stream().noneMatch(selection.pages())) {
            return Optional.of("all pages below the prefix are excluded");
        }
        var views = figures.viewsIn(selection.period());
        var pages = selected(selection);
        pages.removeIf(page -> views.applyAsLong(page) == 0);
        if (pages.isEmpty()) {
            return Optional.of("none of its pages has a view in that period");
        }
        if (selection.articles()) {
            pages.removeIf(page -> !titles.isArticle(page));
        }
        if (pages.isEmpty()) {
            return Optional.of("no page that has views shows that it is an article; name the articles with <articles>"
                    + " (pagetrack.articles), such as blog/**");
        }
        if (pages.stream().allMatch(titles::isUnlisted)) {
            return Optional.of("all pages that have views are unlisted (pagetrack.unlisted)");
        }
        return Optional.of("all pages that have views are noindex, unlisted, redirects, error pages or no documents");
    }

    /** The selected pages whose views are counted, also if lists may not name them. */
    private List<SitePage> counted(Selection selection) {
        var pages = selected(selection);
        if (selection.articles()) {
            pages.removeIf(page -> !titles.isArticle(page));
        }
        return pages;
    }

    /** The selected pages that were ever viewed, in no order. */
    private List<SitePage> selected(Selection selection) {
        var pages = figures.viewed();
        pages.removeIf(selection.pages().negate());
        return pages;
    }
}
