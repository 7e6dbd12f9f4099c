package dev.pagetrack.init;

import dev.pagetrack.init.ThemePlace.Fit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/** Finds elements of a theme beside which widgets look as if they belonged there, and the pages that have them. */
final class ThemePlaces {

    /** The path of the site's first page. */
    static final String HOME = "/";

    /** What generators write beside articles. */
    private static final Set<String> NO_ARTICLES = Set.of("404.html", "search.html", "search/");

    /** Where the number of an article belongs, the best first: beside its date, below its heading. */
    private static final List<ThemePlace> VIEWS = List.of(
            ThemePlace.textInside(".post-meta"),
            ThemePlace.textInside(".entry-meta"),
            ThemePlace.textInside(".post__meta"),
            ThemePlace.textInside(".article-meta"),
            ThemePlace.textAfter("article header time"),
            ThemePlace.textAfter("article time"),
            ThemePlace.textAfter("main time"),
            ThemePlace.textBefore("#publishDate:not(.pull-right) > .divider"), // Fluido's, between date and version
            ThemePlace.textInside("#publishDate"),
            ThemePlace.paragraphAfter("article h1"),
            ThemePlace.paragraphAfter("main h1"),
            ThemePlace.paragraphAfter("[role=main] h1"),
            ThemePlace.paragraphAfter("#content h1"),
            ThemePlace.paragraphAfter("h1"));

    /** Where a list belongs on the home page. */
    private static final List<ThemePlace> LIST = List.of(
            ThemePlace.blockAtEndOf("main"),
            ThemePlace.blockAtEndOf("[role=main]"),
            ThemePlace.blockAtEndOf("#content"),
            ThemePlace.blockAtEndOf("body"));

    /** More exceptions than these are no rule. */
    private static final int MOST_EXCEPTIONS = 6;

    /**
     * A place, and the pages that do not suit it.
     *
     * @param place the place
     * @param excludes patterns of page paths
     */
    record ChosenPlace(ThemePlace place, List<String> excludes) {}

    private final SortedMap<String, Document> articles = new TreeMap<>();
    private final List<Document> homes = new ArrayList<>();

    /** Takes a page into account; the site's first is no article. */
    void add(String path, Document page) {
        if (path.equals(HOME)) {
            homes.add(page);
        } else {
            articles.put(path, page);
        }
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

    /** A date is only beside what is an article, and not all pages are; a heading is on each of them. */
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

    /** The first page is none, nor are those for the lost; folders with nothing that suits go as one. */
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
