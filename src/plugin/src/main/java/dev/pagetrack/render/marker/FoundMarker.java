package dev.pagetrack.render.marker;

import java.util.Base64;
import java.util.Map;

/**
 * A marker as it is written in a page. Its widget and parameters are not checked yet. All offsets are in bytes.
 *
 * @param widget the name of the widget as written
 * @param element the name of the marker's element in lower case; empty for a pair of comments
 * @param start the first byte of its start tag or first comment
 * @param contentStart the first byte of its content
 * @param contentEnd the byte after its content
 * @param end the byte after its end tag or second comment
 * @param inForeignContent whether its content is inside SVG or MathML
 * @param attributes names in lower case and values as written: the parameters of a comment, or all attributes of an
 *     element except {@code data-pagetrack}
 */
public record FoundMarker(
        String widget,
        String element,
        int start,
        int contentStart,
        int contentEnd,
        int end,
        boolean inForeignContent,
        Map<String, String> attributes) {

    /** The parameter of a comment that an {@code <inject>} rule wrote; its value is the position. */
    static final String INJECTED = "injected";

    /** The last parameter of such a comment: the bytes that the widget replaced, in base 64. */
    static final String REPLACED = "replaced";

    FoundMarker inForeignContent(boolean foreign) {
        return new FoundMarker(widget, element, start, contentStart, contentEnd, end, foreign, attributes);
    }

    FoundMarker endingAt(int newContentEnd, int newEnd) {
        return new FoundMarker(
                widget, element, start, contentStart, newContentEnd, newEnd, inForeignContent, attributes);
    }

    /** Whether an {@code <inject>} rule wrote it. */
    boolean isInjected() {
        return element.isEmpty() && attributes.containsKey(INJECTED);
    }

    /** The bytes that were in the page before the marker was injected; none if it replaced nothing. */
    byte[] replaced() {
        return Base64.getDecoder().decode(attributes.getOrDefault(REPLACED, ""));
    }
}
