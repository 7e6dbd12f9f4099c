package dev.pagetrack.init;

import dev.pagetrack.render.InjectRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds elements of a theme beside which widgets look as if they belonged there. */
final class ThemePlaces {

    /** Where the number of an article belongs, the best first: beside its date, below its heading. */
    private static final List<List<String>> VIEWS = List.of(
            List.of(".post-meta", "append"),
            List.of(".entry-meta", "append"),
            List.of(".post__meta", "append"),
            List.of("article header time", "after"),
            List.of("article time", "after"),
            List.of("main time", "after"),
            List.of("article h1", "after"),
            List.of("main h1", "after"),
            List.of("[role=main] h1", "after"),
            List.of("#content h1", "after"),
            List.of("h1", "after"));

    /** Where a list belongs on the home page. */
    private static final List<List<String>> LIST = List.of(
            List.of("main", "append"),
            List.of("[role=main]", "append"),
            List.of("#content", "append"),
            List.of("body", "append"));

    private final List<Document> articles = new ArrayList<>();
    private final List<Document> homes = new ArrayList<>();

    /** Takes a page into account: {@code home} is the site's first page, and the others are taken for articles. */
    void add(Document page, boolean home) {
        (home ? homes : articles).add(page);
    }

    /** Rules for the views of articles, the best first; each has a place in most of them, and never two. */
    Stream<InjectRule> views() {
        return matching(VIEWS, articles)
                .map(place -> new InjectRule(
                        place.get(0), place.get(1), SiteSetup.WIDGET, Map.of(), List.of(), List.of("/")));
    }

    /** A rule for a list on the home page. */
    Optional<InjectRule> list() {
        return matching(LIST, homes)
                .map(place ->
                        new InjectRule(place.get(0), place.get(1), "most-viewed", Map.of(), List.of("/"), List.of()))
                .findFirst();
    }

    private static Stream<List<String>> matching(List<List<String>> places, List<Document> pages) {
        return places.stream().filter(place -> {
            var counts = pages.stream().map(page -> page.select(place.get(0))).toList();
            long once = counts.stream()
                    .filter(found -> found.size() == 1 && isWhole(found.get(0)))
                    .count();
            return 2 * once > pages.size() && counts.stream().allMatch(found -> found.size() <= 1);
        });
    }

    /** Not one that a parser made up. */
    private static boolean isWhole(Element element) {
        return element.sourceRange().isTracked();
    }
}
