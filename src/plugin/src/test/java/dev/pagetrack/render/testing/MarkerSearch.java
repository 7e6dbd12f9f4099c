package dev.pagetrack.render.testing;

import dev.pagetrack.render.marker.FoundMarker;
import dev.pagetrack.render.marker.MarkerFinder;
import dev.pagetrack.render.marker.Prefilter;
import dev.pagetrack.render.marker.ProblemList;
import java.util.List;

/** Finds the markers of a page with the name {@code a.html}. */
public final class MarkerSearch {

    private MarkerSearch() {}

    public static List<FoundMarker> find(byte[] html) {
        return MarkerFinder.find(html, Prefilter.mentions(html), new ProblemList("a.html", html));
    }

    /** The content of the markers, in order. */
    public static List<JsoupOracle.Range> ranges(byte[] html) {
        return find(html).stream()
                .map(marker -> new JsoupOracle.Range(marker.contentStart(), marker.contentEnd()))
                .toList();
    }

    public static List<String> problems(byte[] html) {
        var problems = new ProblemList("a.html", html);
        MarkerFinder.find(html, Prefilter.mentions(html), problems);
        return problems.messages();
    }
}
