package dev.pagetrack.render.marker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Checks that HTML stays inside a marker: when a rendering reads the filled page again, the marker must end where that
 * HTML ends.
 */
public final class MarkerBounds {

    private MarkerBounds() {}

    /** Whether HTML closes every element that it opens, and ends none of the elements around it. */
    public static boolean isWhole(String html) {
        return html.indexOf('<') < 0 || hold("<span " + MarkerFinder.ATTRIBUTE + ">", html.getBytes(UTF_8), "</span>");
    }

    /**
     * Whether a marker with this content is found again with exactly this content.
     *
     * @param start the page up to the content, decoded as ISO-8859-1 so that each byte is one character
     * @param content the content
     * @param end the page after the content, decoded in the same way
     */
    public static boolean hold(String start, byte[] content, String end) {
        var html = (start + new String(content, ISO_8859_1) + end).getBytes(ISO_8859_1);
        int contentEnd = start.length() + content.length;
        var problems = new ProblemList("", html);
        boolean found = MarkerFinder.find(html, Prefilter.mentions(html, contentEnd), problems).stream()
                .anyMatch(marker -> marker.contentStart() == start.length() && marker.contentEnd() == contentEnd);
        return found && problems.size() == 0;
    }
}
