package dev.pagetrack.render.marker;

import dev.pagetrack.render.marker.InjectPlaces.Place;
import java.util.List;

/** Reports injections that overlap a marker, or an element that another rule replaces. */
final class InjectionOverlaps {

    private final GeneratedPage page;
    private final ProblemList problems;

    /**
     * @param page the page
     * @param problems receives what is wrong
     */
    InjectionOverlaps(GeneratedPage page, ProblemList problems) {
        this.page = page;
        this.problems = problems;
    }

    /**
     * Checks all places.
     *
     * @param markers the markers in the file that were not injected
     */
    void check(List<Place> places, List<FoundMarker> markers) {
        var replacing = places.stream().filter(Place::replaces).toList();
        for (var place : places) {
            markers.stream()
                    .filter(marker -> overlap(place, page.offsetOf(marker.start()), page.offsetOf(marker.end())))
                    .findFirst()
                    .ifPresent(marker -> report(
                            place,
                            "is inside the marker of line " + problems.line(marker.start())
                                    + " or replaces it: select another element, or use before or after"));
            replacing.stream()
                    .filter(other -> !other.equals(place))
                    .filter(other -> overlap(place, other.from(), other.to()))
                    .findFirst()
                    .ifPresent(other -> report(
                            place,
                            "is inside the element that " + other.injection().name()
                                    + " replaces: remove one of the rules"));
        }
    }

    /** Ranges that only touch do not overlap. */
    private static boolean overlap(Place place, int from, int to) {
        return place.from() < to && from < place.to();
    }

    private void report(Place place, String problem) {
        problems.add(page.fileOffset(place.from()), place.injection().name() + " " + problem);
    }
}
