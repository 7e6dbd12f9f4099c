package dev.pagetrack.render.marker;

import dev.pagetrack.render.marker.InjectPlaces.Place;
import java.util.List;

/** What must hold between the places of injections and the rest of a page: nothing stands where something else will. */
final class InjectionOverlaps {

    private final GeneratedPage skeleton;
    private final ProblemList problems;

    /**
     * @param skeleton the page
     * @param problems takes what is wrong
     */
    InjectionOverlaps(GeneratedPage skeleton, ProblemList problems) {
        this.skeleton = skeleton;
        this.problems = problems;
    }

    /**
     * Checks all places.
     *
     * @param markers those that were not injected beside an element, and stay
     */
    void check(List<Place> places, List<FoundMarker> markers) {
        var replacing = places.stream().filter(Place::replaces).toList();
        for (var place : places) {
            markers.stream()
                    .filter(marker -> overlap(place, skeleton.of(marker.start()), skeleton.of(marker.end())))
                    .findFirst()
                    .ifPresent(marker -> report(
                            place,
                            "stands in a marker, or holds it (line " + problems.line(marker.start())
                                    + "): name another element, or use before or after"));
            replacing.stream()
                    .filter(other -> !other.equals(place))
                    .filter(other -> overlap(place, other.from(), other.to()))
                    .findFirst()
                    .ifPresent(other -> report(
                            place, "stands in what " + other.injection().name() + " replaces: keep one of them"));
        }
    }

    /** Beside each other is no overlap. */
    private static boolean overlap(Place place, int from, int to) {
        return place.from() < to && from < place.to();
    }

    private void report(Place place, String why) {
        problems.add(skeleton.inFile(place.from()), place.injection().name() + " " + why);
    }
}
