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
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Pages in an order, and what they come to together. Many pages show the same, so each is computed once. */
final class Rankings {

    /**
     * A page and how often it was viewed.
     *
     * @param page the page
     * @param views its views in the period that was asked for
     * @param before its views in the period before; 0 where nobody asked
     */
    record Viewed(SitePage page, long views, long before) {

        /**
         * How unlikely it is that chance alone brought so many more views: their growth in standard deviations, if views
         * come independently of each other. A hundred views after none are more than 1,100 after 1,000.
         */
        double growth() {
            return (views - before) / Math.sqrt((double) views + before);
        }
    }

    /**
     * A list that several pages show.
     *
     * @param selection its pages and its time
     * @param limit how many pages it holds
     */
    private record Key(Selection selection, int limit) {

        // As generated, but ready: see FileVersion.
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
    private final PageTitles texts;
    private final Map<Key, List<Viewed>> mostViewed = new ConcurrentHashMap<>();
    private final Map<Key, List<Viewed>> trending = new ConcurrentHashMap<>();
    private final Map<Selection, Map<String, Integer>> positions = new ConcurrentHashMap<>();
    private final Map<Selection, Long> sums = new ConcurrentHashMap<>();
    private final Map<Selection, Map<String, Long>> referrers = new ConcurrentHashMap<>();

    /**
     * @param figures the views of pages
     * @param texts which of them lists may name
     */
    Rankings(PageFigures figures, PageTitles texts) {
        this.figures = figures;
        this.texts = texts;
    }

    /** The views of all pages together, of those too that no list names. */
    long sum(Selection selection) {
        return sums.computeIfAbsent(selection, asked -> {
            var views = figures.viewsIn(asked.period());
            return selected(asked).stream().mapToLong(views).sum();
        });
    }

    /** The views of all pages together by the host they came from. */
    Map<String, Long> referrers(Selection selection) {
        return referrers.computeIfAbsent(selection, asked -> figures.referrers(selected(asked), asked.period()));
    }

    /** The pages that were viewed most, the most viewed first, those of equal views by their path. */
    List<Viewed> mostViewed(Selection selection, int limit) {
        return mostViewed.computeIfAbsent(new Key(selection, limit), key -> {
            var views = figures.viewsIn(selection.period());
            return ranked(key, page -> new Viewed(page, views.applyAsLong(page), 0), Viewed::views);
        });
    }

    /** The pages whose views grew most over the period before, those that grew alike by their path. */
    List<Viewed> trending(Selection selection, int limit) {
        return trending.computeIfAbsent(new Key(selection, limit), key -> {
            var views = figures.viewsIn(selection.period());
            var before = figures.viewsBefore(selection.period());
            return ranked(
                    key, page -> new Viewed(page, views.applyAsLong(page), before.applyAsLong(page)), Viewed::growth);
        });
    }

    /** The place of each page that a list of all would name, by path, counted from 1. */
    Map<String, Integer> positions(Selection selection) {
        return positions.computeIfAbsent(selection, asked -> {
            var places = new HashMap<String, Integer>();
            mostViewed(asked, Integer.MAX_VALUE)
                    .forEach(viewed -> places.put(viewed.page().path(), places.size() + 1));
            return places;
        });
    }

    private List<Viewed> ranked(Key key, Function<SitePage, Viewed> read, ToDoubleFunction<Viewed> score) {
        Comparator<Viewed> order = (a, b) -> {
            int byScore = Double.compare(score.applyAsDouble(b), score.applyAsDouble(a));
            return byScore != 0 ? byScore : a.page().path().compareTo(b.page().path());
        };
        var grown = new ArrayList<Viewed>();
        for (var page : selected(key.selection())) {
            var viewed = read.apply(page);
            if (viewed.views() > viewed.before()) {
                grown.add(viewed);
            }
        }
        return first(key.limit(), grown, order);
    }

    /** The first pages that lists may name, in order. A queue, for of most lists a few are asked for. */
    private List<Viewed> first(int limit, Collection<Viewed> viewed, Comparator<Viewed> order) {
        var queue = new PriorityQueue<Viewed>(viewed.size() + 1, order);
        queue.addAll(viewed);
        var first = new ArrayList<Viewed>();
        while (first.size() < limit && !queue.isEmpty()) {
            var next = queue.poll();
            if (texts.isListed(next.page())) {
                first.add(next);
            }
        }
        return List.copyOf(first);
    }

    /** The pages that are meant, as far as they were ever viewed; in no order. */
    private List<SitePage> selected(Selection selection) {
        var pages = figures.viewed();
        pages.removeIf(selection.pages().negate());
        return pages;
    }
}
