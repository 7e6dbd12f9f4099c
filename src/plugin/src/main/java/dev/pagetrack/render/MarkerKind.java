package dev.pagetrack.render;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What markers ask for, wherever they stand: a theme writes the same into every page, so what holds for one holds for
 * thousands.
 *
 * @param widget the name of their widget
 * @param parameters theirs; told apart by identity, for who writes the same is given the same object
 */
record MarkerKind(String widget, MarkerParameters parameters) {

    /** The kinds of the markers of some pages, and how many there are of each. */
    static Map<MarkerKind, Integer> count(List<MarkedPage> pages) {
        var counts = new HashMap<MarkerKind, Integer>();
        for (var page : pages) {
            for (var marker : page.markers()) {
                counts.merge(marker.kind(), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** The name of the template to use. */
    String template() {
        return parameters.template().orElse(widget);
    }

    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(Object other) {
        return other instanceof MarkerKind that && parameters == that.parameters && widget.equals(that.widget);
    }

    @Override
    public int hashCode() {
        return 31 * widget.hashCode() + System.identityHashCode(parameters);
    }
}
