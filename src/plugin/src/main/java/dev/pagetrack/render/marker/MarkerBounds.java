package dev.pagetrack.render.marker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Whether a marker that is filled with some HTML ends where that HTML ends, as the next rendering will read it. */
public final class MarkerBounds {

    private MarkerBounds() {}

    /** Whether HTML leaves no element open, and ends none that is open around it. */
    public static boolean isWhole(String html) {
        return html.indexOf('<') < 0 || hold("<span " + MarkerFinder.ATTRIBUTE + ">", html.getBytes(UTF_8), "</span>");
    }

    /** Whether a marker holds exactly the content, given what stands before and after it byte for byte as ISO-8859-1. */
    public static boolean hold(String start, byte[] content, String end) {
        var html = (start + new String(content, ISO_8859_1) + end).getBytes(ISO_8859_1);
        int contentEnd = start.length() + content.length;
        var problems = new ProblemList("", html);
        boolean found = MarkerFinder.find(html, Prefilter.mentions(html, contentEnd), problems).stream()
                .anyMatch(marker -> marker.contentStart() == start.length() && marker.contentEnd() == contentEnd);
        return found && problems.size() == 0;
    }
}
