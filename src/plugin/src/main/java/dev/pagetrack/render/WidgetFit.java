package dev.pagetrack.render;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.function.BiFunction;

/**
 * Refuses, before anything is written, what would not stay inside its marker: a list in a {@code p}, which it ends, or a
 * template that leaves an element open. The page would look wrong, and the next rendering could not tell where the marker
 * ends. What is wrong with a template shows with the first marker of a kind; what an element holds depends on the figures.
 */
final class WidgetFit {

    private WidgetFit() {}

    /**
     * Fills markers without writing them.
     *
     * @param content what a marker of a page shall hold, as HTML
     * @throws RenderException if something does not fit
     */
    static void require(SiteScan scan, BiFunction<MarkedPage, Marker, String> content) {
        var seen = new HashSet<String>();
        var problems = new ArrayList<String>();
        for (var marked : scan.marked()) {
            for (var marker : marked.markers()) {
                boolean isNew = seen.add(marker.template() + " " + marker.inList() + " " + marker.element());
                if ((isNew || ElementRules.isFragile(marker.element()))
                        && !fits(marked, marker, content.apply(marked, marker))) {
                    problems.add(MarkerChecks.place(marked, marker) + ": " + problem(marker));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new RenderException(problems);
        }
    }

    private static boolean fits(MarkedPage marked, Marker marker, String content) {
        if (content.indexOf('<') < 0) {
            return true;
        }
        var element = marker.element();
        var start = element.isEmpty() ? "<!-- pagetrack views -->" : "<" + element + " " + MarkerFinder.ATTRIBUTE + ">";
        var end = element.isEmpty() ? "<!-- /pagetrack -->" : "</" + element + ">";
        return isFound(start, content.getBytes(UTF_8), end) || fitsIntoPage(marked, marker, content);
    }

    /** In SVG other rules hold; to know whether the marker stands in it, all before it must be read. */
    private static boolean fitsIntoPage(MarkedPage marked, Marker marker, String content) {
        if (marked.injected().isPresent()) {
            return false;
        }
        var html = new String(marked.page().read(), ISO_8859_1);
        var start = html.substring(0, marker.contentStart());
        return isFound(start, marked.charset().encode(content), html.substring(marker.contentEnd()));
    }

    /** Whether a marker holds exactly the content, given what stands before and after it byte for byte as ISO-8859-1. */
    private static boolean isFound(String start, byte[] content, String end) {
        var html = (start + new String(content, ISO_8859_1) + end).getBytes(ISO_8859_1);
        int contentEnd = start.length() + content.length;
        var problems = new ProblemList("", html);
        boolean found = MarkerFinder.find(html, Prefilter.mentions(html, contentEnd), problems).stream()
                .anyMatch(marker -> marker.contentStart() == start.length() && marker.contentEnd() == contentEnd);
        return found && problems.size() == 0;
    }

    private static String problem(Marker marker) {
        return marker.element().isEmpty()
                ? "what " + marker.template() + " shows leaves an element open, or holds a marker: change its template"
                : "what " + marker.template() + " shows does not stay inside <" + marker.element()
                        + ">: use <div>, or change its template";
    }
}
