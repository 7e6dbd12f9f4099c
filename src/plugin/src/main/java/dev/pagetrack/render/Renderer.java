package dev.pagetrack.render;

import dev.pagetrack.stats.StatisticsSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;

/** Fills the markers of a site with figures. */
public final class Renderer {

    private final RenderSettings settings;

    /** A renderer that can be run any number of times. */
    public Renderer(RenderSettings settings) {
        this.settings = settings;
    }

    /**
     * Reads the site, then the figures that its markers need, then rewrites the pages whose bytes differ.
     *
     * @throws RenderException if a setting, a marker or a template is wrong; then nothing was written
     * @throws dev.pagetrack.stats.StatisticsUnavailableException if there are no figures; then nothing was written
     * @throws UncheckedIOException if a file cannot be read or written
     */
    public RenderReport render(StatisticsSource source) {
        var pool = new ForkJoinPool(settings.threads());
        try {
            var templates = WidgetTemplates.in(settings.widgetDirectory());
            var injections = Injections.of(settings.injects(), templates.names());
            var scan = SiteScan.of(settings.site(), templates.names(), injections, pool);
            MarkerChecks.requirePages(scan);
            return scan.marked().isEmpty()
                    ? nothingToFill(scan, injections)
                    : fill(scan, injections, templates, source, pool);
        } finally {
            pool.shutdown();
        }
    }

    private RenderReport fill(
            SiteScan scan,
            List<Injection> injections,
            WidgetTemplates templates,
            StatisticsSource source,
            ForkJoinPool pool) {
        prepare(scan, templates);
        MarkerChecks.requirePeriods(scan, templates);
        var snapshot = source.read((asOf, totals) ->
                NeededMonths.of(scan, templates, settings.now().orElse(asOf), totals));
        var end = settings.now().orElse(snapshot.asOf());
        var texts = new PageTexts(scan.site());
        var figures = new PageFigures(scan.site(), snapshot, end);
        var data = new WidgetData(scan.site(), figures, texts, settings.site(), settings.locale(), snapshot.asOf());
        rehearse(scan, templates, data);
        deleteAll(scan.leftovers());
        var rewriter = new PageRewriter();
        var changed = pool.submit(() -> scan.marked().parallelStream()
                        .filter(marked -> rewriter.fill(
                                marked, marker -> templates.render(marker.widget(), data.of(marked.page(), marker))))
                        .map(marked -> marked.page().file())
                        .toList())
                .join();
        int unchanged = scan.marked().size() - changed.size();
        return new RenderReport(
                scan.site().size(),
                markers(scan),
                changed,
                unchanged,
                Optional.of(snapshot.asOf()),
                warnings(scan, injections, changed));
    }

    private static RenderReport nothingToFill(SiteScan scan, List<Injection> injections) {
        var warnings = scan.site().size() == 0
                ? List.of("The site holds no HTML pages.")
                : SiteWarnings.nothingToFill(scan, injections);
        return new RenderReport(scan.site().size(), new TreeMap<>(), List.of(), 0, Optional.empty(), warnings);
    }

    private static void prepare(SiteScan scan, WidgetTemplates templates) {
        markers(scan).keySet().forEach(templates::prepare);
    }

    /** Renders each widget once, for what is wrong in a template must show before the first page is written. */
    private static void rehearse(SiteScan scan, WidgetTemplates templates, WidgetData data) {
        var seen = new HashSet<String>();
        for (var marked : scan.marked()) {
            for (var marker : marked.markers()) {
                if (seen.add(marker.widget() + marker.inList())) {
                    templates.render(marker.widget(), data.of(marked.page(), marker));
                }
            }
        }
    }

    private static SortedMap<String, Integer> markers(SiteScan scan) {
        var counts = new TreeMap<String, Integer>();
        scan.marked()
                .forEach(marked -> marked.markers().forEach(marker -> counts.merge(marker.widget(), 1, Integer::sum)));
        return counts;
    }

    private static List<String> warnings(SiteScan scan, List<Injection> injections, Collection<Path> changed) {
        var warnings = new ArrayList<>(SiteWarnings.idle(scan, injections));
        SiteWarnings.stale(scan, changed).ifPresent(warnings::add);
        return warnings;
    }

    private static void deleteAll(Collection<Path> files) {
        for (var file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException("The temporary file " + file + " cannot be deleted: " + e, e);
            }
        }
    }
}
