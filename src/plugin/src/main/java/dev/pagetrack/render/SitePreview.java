package dev.pagetrack.render;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.pagetrack.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;

/** Tells where a rendering would inject what, without figures, and changes nothing. */
public final class SitePreview {

    private SitePreview() {}

    /**
     * What would be injected: for each widget a line with the number of pages, and the first places.
     *
     * @param examples how many places are named, by file and line
     * @throws RenderException if a setting or a place is wrong
     */
    public static List<String> of(RenderSettings settings, int examples) {
        var pool = new ForkJoinPool(settings.threads());
        try {
            var templates = WidgetTemplates.in(settings.widgetDirectory(), settings.unescaped());
            var injections = Injections.of(settings.injects(), templates.names());
            var files = SiteWalk.of(settings.site().folder(), pool);
            var scan = SiteScan.of(
                    settings.site(),
                    settings.pages(),
                    files,
                    (name, version) -> false,
                    templates.names(),
                    injections,
                    pool);
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
     * @param widget a widget
     * @param marked a page that would hold it
     */
    private record Place(String widget, MarkedPage marked) {

        /** File and line, and what stands in that line. */
        String line() {
            var html = marked.page().read();
            int at = marked.markers().stream()
                    .filter(marker ->
                            marker.injected().isPresent() && marker.widget().equals(widget))
                    .findFirst()
                    .orElseThrow()
                    .start();
            int line = 1;
            for (int i = 0; i < Math.min(at, html.length); i++) {
                line += html[i] == '\n' ? 1 : 0;
            }
            return marked.page().name() + ":" + line;
        }
    }
}
