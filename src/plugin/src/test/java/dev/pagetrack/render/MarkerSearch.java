package dev.pagetrack.render;

import java.util.List;

/** Finds the markers of a page that is called {@code a.html}. */
final class MarkerSearch {

    private MarkerSearch() {}

    static List<FoundMarker> find(byte[] html) {
        return MarkerFinder.find(html, Prefilter.mentions(html), new ProblemList("a.html", html));
    }

    /** What the markers hold, in order. */
    static List<JsoupTwin.Range> ranges(byte[] html) {
        return find(html).stream()
                .map(marker -> new JsoupTwin.Range(marker.contentStart(), marker.contentEnd()))
                .toList();
    }

    static List<String> problems(byte[] html) {
        var problems = new ProblemList("a.html", html);
        MarkerFinder.find(html, Prefilter.mentions(html), problems);
        return problems.messages();
    }
}
