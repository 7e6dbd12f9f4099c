package dev.pagetrack.init;

import dev.pagetrack.init.ThemePlace.Fit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/** Finds the elements of a theme that widgets fit beside, and the pages that have them. */
final class ThemePlaces {

    /** The path of the home page. */
    static final String HOME = "/";

    /** Pages that generators write in addition to articles. */
    private static final Set<String> NO_ARTICLES = Set.of("404.html", "search.html", "search/");

    /** Places for the view count of an article, the best first: beside its date, below its heading. */
    private static final List<ThemePlace> VIEWS = List.of(
            ThemePlace.textInside(".post-meta"),
            ThemePlace.textInside(".entry-meta"),
            ThemePlace.textInside(".post__meta"),
            ThemePlace.textInside(".article-meta"),
            ThemePlace.textAfter("article header time"),
            ThemePlace.textAfter("article time"),
            ThemePlace.textAfter("main time"),
            ThemePlace.textBefore(
                    "#publishDate:not(.pull-right) > .divider"), // the Fluido skin's, between date and version
            ThemePlace.textInside("#publishDate"),
            ThemePlace.paragraphAfter("article h1"),
            ThemePlace.paragraphAfter("main h1"),
            ThemePlace.paragraphAfter("[role=main] h1"),
            ThemePlace.paragraphAfter("#content h1"),
            ThemePlace.paragraphAfter("h1"));

    /** Places for a list on the home page, the best first. */
    private static final List<ThemePlace> LIST = List.of(
            ThemePlace.blockAtEndOf("main"),
            ThemePlace.blockAtEndOf("[role=main]"),
            ThemePlace.blockAtEndOf("#content"),
            ThemePlace.blockAtEndOf("body"));

    /** A place with more exceptions than these is not used. */
    private static final int MOST_EXCEPTIONS = 6;

    /**
     * A place, and the pages that it does not fit.
     *
     * @param place the place
     * @param excludes patterns of page paths
     */
    record ChosenPlace(ThemePlace place, List<String> excludes) {}

    private final SortedMap<String, Document> articles = new TreeMap<>();
    private final List<Document> homes = new ArrayList<>();
    private final SortedSet<String> rebuilt = new TreeSet<>();
    private int sayingArticle;

    /**
     * Adds a page of the sample. The home page does not count as an article.
     *
     * @param saysArticle whether the page itself says that it is an article
     */
    void add(String path, Document page, boolean saysArticle) {
        if (path.equals(HOME)) {
            homes.add(page);
        } else {
            sayingArticle += saysArticle ? 1 : 0;
            articles.put(path, page);
        }
    }

    /** Adds an element of the theme whose content a script builds anew, as its start tag. */
    void addRebuilt(String container) {
        rebuilt.add(container);
    }

    /** The elements whose content a script builds anew, so that they hold no place. */
    SortedSet<String> rebuilt() {
        return rebuilt;
    }

    /** Whether lists can be of articles only, because pages say that they are articles. */
    boolean sayArticle() {
        return sayingArticle > 1;
    }

    /** Places for the views of articles, the best first. */
    Stream<ChosenPlace> views() {
        return VIEWS.stream().flatMap(place -> chosen(place).stream());
    }

    /** Places for a list on the home page, the best first. */
    Stream<ThemePlace> list() {
        return LIST.stream()
                .filter(place -> !homes.isEmpty() && homes.stream().allMatch(home -> place.fitOn(home) == Fit.ONE));
    }

    /**
     * Checks whether enough pages have the place. Inline places are beside dates, and only articles have dates, so a
     * quarter of the pages is enough; headings are on all pages, so more than half must have one.
     */
    private Optional<ChosenPlace> chosen(ThemePlace place) {
        var fits = new TreeMap<String, Fit>();
        articles.forEach((path, page) -> fits.put(path, place.fitOn(page)));
        long suiting = count(fits, Fit.ONE);
        long maybe = suiting + count(fits, Fit.NONE);
        boolean enough = place.inline() ? 4 * suiting >= maybe : 2 * suiting > maybe;
        var excludes = exceptions(fits);
        return enough && suiting > 0 && excludes.size() <= MOST_EXCEPTIONS
                ? Optional.of(new ChosenPlace(place, excludes))
                : Optional.empty();
    }

    private static long count(SortedMap<String, Fit> fits, Fit which) {
        return fits.entrySet().stream()
                .filter(page -> page.getValue() == which && !NO_ARTICLES.contains(page.getKey()))
                .count();
    }

    /**
     * The page paths to exclude: the home page, error and search pages, and pages that the place does not fit. A folder
     * in which the place fits no page becomes one pattern.
     */
    private static List<String> exceptions(SortedMap<String, Fit> fits) {
        var patterns = new ArrayList<>(List.of(HOME));
        fits.forEach((path, fit) -> {
            boolean odd = NO_ARTICLES.contains(path) && fit == Fit.ONE;
            if (odd || fit == Fit.UNSUITABLE) {
                var folder = path.substring(0, path.indexOf('/') + 1);
                var pattern = folder.isEmpty() || suitsAny(folder, fits) ? path : folder + "**";
                if (!patterns.contains(pattern)) {
                    patterns.add(pattern);
                }
            }
        });
        return patterns;
    }

    private static boolean suitsAny(String folder, SortedMap<String, Fit> fits) {
        return fits.entrySet().stream()
                .anyMatch(page -> page.getKey().startsWith(folder) && page.getValue() == Fit.ONE);
    }
}
