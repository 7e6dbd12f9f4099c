package dev.pagetrack.render.marker;

import static java.util.Comparator.comparingInt;

import dev.pagetrack.html.BaseElement;
import dev.pagetrack.render.site.PageBuffer;
import dev.pagetrack.render.site.SitePage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Combines the markers that are written in a page with the places where rules inject more. */
public final class PageMarkers {

    private PageMarkers() {}

    /**
     * The page with its markers; empty if there is nothing to fill. Whatever is wrong is left out and reported as a
     * problem.
     *
     * @param buffer the content of the page
     * @param found the markers in the page, with those that a previous rendering injected
     * @param injections the rules that apply to the page
     * @param reader reads the markers that were not injected
     * @param problems receives what is wrong
     */
    public static Optional<MarkedPage> of(
            SitePage page,
            PageBuffer buffer,
            List<FoundMarker> found,
            List<Injection> injections,
            MarkerReader reader,
            ProblemList problems) {
        var html = buffer.bytes();
        var themeMarkers = new ArrayList<FoundMarker>();
        var markers = new ArrayList<Marker>();
        var containers = new MarkerContainers(html);
        for (var marker : found) {
            if (!marker.isInjected()) {
                themeMarkers.add(marker);
                var read = reader.read(marker, html, containers);
                if (read.isPresent()) {
                    markers.add(read.get());
                }
            }
        }
        boolean hadInjections = themeMarkers.size() < found.size();
        if (!hadInjections && injections.isEmpty()) {
            return marked(page, html, reader, markers);
        }
        var generated = new GeneratedPage(html, buffer.length(), found);
        var places = InjectPlaces.find(injections, generated, reader.charset(), problems);
        new InjectionOverlaps(generated, problems).check(places, themeMarkers);
        if (!hadInjections && places.isEmpty()) {
            return marked(page, html, reader, markers);
        }
        markers.replaceAll(marker -> marker.emptyAt(generated.offsetOf(marker.contentStart())));
        places.forEach(place -> markers.add(place.marker(generated)));
        markers.sort(comparingInt(Marker::contentStart).thenComparingInt(Marker::contentEnd));
        return Optional.of(new MarkedPage(page, reader.charset(), BaseElement.isIn(html), markers, Optional.of(found)));
    }

    private static Optional<MarkedPage> marked(SitePage page, byte[] html, MarkerReader reader, List<Marker> markers) {
        return markers.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new MarkedPage(page, reader.charset(), BaseElement.isIn(html), markers, Optional.empty()));
    }
}
