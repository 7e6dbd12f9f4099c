package dev.pagetrack.render.marker;

import static java.util.Comparator.comparingInt;

import dev.pagetrack.html.BaseElement;
import dev.pagetrack.html.ElementRules;
import dev.pagetrack.render.site.PageBuffer;
import dev.pagetrack.render.site.SitePage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts together what a page is to be filled with: the markers of its theme, and what is to be injected. */
public final class PageMarkers {

    private PageMarkers() {}

    /**
     * The page with its markers; empty if there is nothing to fill. What is wrong is left out, and the problems say why.
     *
     * @param bytes what the page holds
     * @param found the markers in it
     * @param injections those that are meant for the page
     * @param reader understands the markers of the theme
     */
    public static Optional<MarkedPage> of(
            SitePage page,
            PageBuffer bytes,
            List<FoundMarker> found,
            List<Injection> injections,
            MarkerReader reader,
            ProblemList problems) {
        var html = bytes.bytes();
        var own = new ArrayList<FoundMarker>();
        var markers = new ArrayList<Marker>();
        for (var marker : found) {
            if (!marker.isInjected()) {
                own.add(marker);
                var read = reader.read(marker, html);
                if (read.isPresent()) {
                    markers.add(read.get());
                }
            }
        }
        boolean before = own.size() < found.size();
        if (!before && injections.isEmpty()) {
            return marked(page, html, reader, markers);
        }
        var skeleton = new GeneratedPage(html, bytes.length(), found);
        var places = InjectPlaces.find(injections, skeleton, reader.charset(), problems);
        new InjectionOverlaps(skeleton, problems).check(places, own);
        if (!before && places.isEmpty()) {
            return marked(page, html, reader, markers);
        }
        markers.replaceAll(marker -> marker.emptyAt(skeleton.of(marker.contentStart())));
        places.forEach(place -> markers.add(place.marker(skeleton)));
        markers.sort(comparingInt(Marker::contentStart).thenComparingInt(Marker::contentEnd));
        return Optional.of(new MarkedPage(page, reader.charset(), hasBase(html, markers), markers, Optional.of(found)));
    }

    private static Optional<MarkedPage> marked(SitePage page, byte[] html, MarkerReader reader, List<Marker> markers) {
        return markers.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new MarkedPage(page, reader.charset(), hasBase(html, markers), markers, Optional.empty()));
    }

    private static boolean hasBase(byte[] html, List<Marker> markers) {
        for (var marker : markers) {
            if (!marker.element().isEmpty() && !ElementRules.mayStandInHead(marker.element())) {
                return BaseElement.isIn(html, marker.start());
            }
        }
        return BaseElement.isIn(html);
    }
}
