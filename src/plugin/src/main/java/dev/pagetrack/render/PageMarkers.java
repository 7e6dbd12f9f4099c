package dev.pagetrack.render;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that a page is to be filled with: the markers of its theme, and what is to be injected.
 *
 * @param markers in their order
 * @param injected as in {@link MarkedPage}
 */
record PageMarkers(List<Marker> markers, Optional<List<FoundMarker>> injected) {

    static final PageMarkers NONE = new PageMarkers(List.of(), Optional.empty());

    /**
     * Finds them; what is wrong is left out, and the problems say why.
     *
     * @param html the page, which zeros may follow
     * @param length how many bytes it has
     * @param found the markers in it
     * @param injections those that are meant for the page
     * @param reader understands the markers of the theme
     */
    static PageMarkers of(
            byte[] html,
            int length,
            List<FoundMarker> found,
            List<Injection> injections,
            MarkerReader reader,
            ProblemList problems) {
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
            return new PageMarkers(markers, Optional.empty());
        }
        var skeleton = new PageSkeleton(html, length, found);
        var places = InjectPlaces.find(injections, skeleton, reader.charset(), problems);
        new PlaceChecks(skeleton, problems).check(places, own);
        if (!before && places.isEmpty()) {
            return new PageMarkers(markers, Optional.empty());
        }
        markers.replaceAll(marker -> marker.emptyAt(skeleton.of(marker.contentStart())));
        places.forEach(place -> markers.add(place.marker(skeleton)));
        markers.sort(comparingInt(Marker::contentStart).thenComparingInt(Marker::contentEnd));
        return new PageMarkers(markers, Optional.of(found));
    }

    boolean isEmpty() {
        return markers.isEmpty() && injected.isEmpty();
    }
}
