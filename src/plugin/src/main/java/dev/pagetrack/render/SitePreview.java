package dev.pagetrack.render;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.pagetrack.Count;
import dev.pagetrack.render.marker.MarkedPage;
import dev.pagetrack.render.marker.Marker;
import dev.pagetrack.render.marker.ProblemList;
import dev.pagetrack.render.scan.SiteScan;
import dev.pagetrack.render.site.RenderException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;

/** Previews a rendering: shows where it would inject which widgets. It needs no figures and changes nothing. */
public final class SitePreview {

    private SitePreview() {}

    /**
     * Describes what would be injected: for each widget, a line with the number of pages, and then the first places.
     *
     * @param examples how many places are shown for each widget, as file and line
     * @throws RenderException if a setting or a place is wrong
     */
    public static List<String> of(RenderSettings settings, int examples) {
        var pool = new ForkJoinPool(settings.threads());
        try {
            var scan = RenderInputs.of(settings, pool).scan((name, version) -> false);
            return lines(scan, examples);
        } finally {
            pool.shutdown();
        }
    }

    private static List<String> lines(SiteScan scan, int examples) {
        var byWidget = scan.marked().stream()
                .flatMap(marked -> marked.markers().stream()
                        .filter(marker -> marker.injected().isPresent())
                        .map(Marker::widget)
                        .distinct()
                        .map(widget -> new Place(widget, marked)))
                .collect(groupingBy(Place::widget, TreeMap::new, toList()));
        var lines = new ArrayList<String>();
        byWidget.forEach((widget, places) -> {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s on %,d of %s",
                    widget,
                    places.size(),
                    Count.of(scan.site().size(), "page")));
            places.stream().limit(examples).map(Place::line).forEach(lines::add);
        });
        return lines;
    }

    /**
     * A page into which a widget would be injected.
     *
     * @param widget the widget
     * @param marked the page
     */
    private record Place(String widget, MarkedPage marked) {

        /** File and line of the first marker of the widget. */
        String line() {
            var page = marked.page();
            var at = marked.markers().stream()
                    .filter(marker ->
                            marker.injected().isPresent() && marker.widget().equals(widget))
                    .findFirst()
                    .orElseThrow();
            return page.name() + ":" + new ProblemList(page.name(), page.read()).line(at.start());
        }
    }
}
