package dev.pagetrack.render;

import dev.pagetrack.Count;
import dev.pagetrack.Parallel;
import dev.pagetrack.render.marker.MarkedPage;
import dev.pagetrack.render.scan.RebuiltContainers;
import dev.pagetrack.render.scan.SiteScan;
import dev.pagetrack.render.scan.SwappedPages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ForkJoinPool;

/**
 * What scripts of the site do to its pages in the browser. All pages of a theme have the same scripts, so a sample of
 * the pages with markers tells; only if it holds containers that scripts build anew are the others read.
 */
final class ScriptedPages {

    private static final int SAMPLE = 64;

    private final Optional<MarkedPage> swapped;

    /** For each container, as its start tag, the names of the pages with markers inside of it. */
    private final SortedMap<String, List<String>> rebuilt = new TreeMap<>();

    /** Looks at the pages before they are filled. */
    ScriptedPages(SiteScan scan, ForkJoinPool pool) {
        var sample = sample(scan.marked());
        swapped = sample.stream()
                .filter(marked -> SwappedPages.isIn(marked.page().read()))
                .findFirst();
        boolean any = swapped.isPresent()
                && sample.stream()
                        .anyMatch(marked ->
                                RebuiltContainers.in(marked.page().read()).isPresent());
        if (any) {
            findRebuilt(scan.marked(), pool);
        }
    }

    /** Pages from all parts of the site. */
    private static List<MarkedPage> sample(List<MarkedPage> pages) {
        var sample = new ArrayList<MarkedPage>();
        int step = Math.max(1, pages.size() / SAMPLE);
        for (int i = 0; i < pages.size(); i += step) {
            sample.add(pages.get(i));
        }
        return sample;
    }

    private void findRebuilt(List<MarkedPage> pages, ForkJoinPool pool) {
        var byPage = new ConcurrentSkipListMap<String, String>();
        Parallel.forEach(pool, pages.size(), i -> {
            var marked = pages.get(i);
            var html = marked.page().read();
            marked.markers().stream()
                    .flatMap(marker -> RebuiltContainers.around(html, marker.start()).stream())
                    .findFirst()
                    .ifPresent(container -> byPage.put(marked.page().name(), container));
        });
        byPage.forEach((page, container) ->
                rebuilt.computeIfAbsent(container, any -> new ArrayList<>()).add(page));
    }

    /** Whether the links of widgets should begin at the root of the host. */
    boolean needLinksFromRoot(RenderSettings settings) {
        return switch (settings.rootLinks()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case DETECTED -> swapped.isPresent() && settings.site().url().isPresent();
        };
    }

    /**
     * The warnings about figures that readers would not see, and about links that would lead elsewhere.
     *
     * @param links whether widgets show links
     */
    List<String> warnings(RenderSettings settings, boolean links) {
        var warnings = new ArrayList<String>();
        rebuilt.forEach((container, pages) -> warnings.add(Count.of(pages.size(), "page has", "pages have")
                + " markers inside " + container + ", such as " + pages.get(0) + ". A script builds the content of this"
                + " element anew in the browser, so the figures vanish: place them outside of the element, or let a"
                + " component of the theme show them from the file of pagetrack:fetch or from the statistics API."));
        boolean unknown = settings.rootLinks() == RootLinks.DETECTED
                && settings.site().url().isEmpty();
        if (links && unknown && swapped.isPresent()) {
            warnings.add("Scripts of this site swap parts of pages in place, as in "
                    + swapped.get().page().name() + ", so links of lists should begin at the root: set <siteUrl>"
                    + " (pagetrack.siteUrl), or set <rootLinks> (pagetrack.rootLinks) to true or false.");
        }
        return warnings;
    }
}
