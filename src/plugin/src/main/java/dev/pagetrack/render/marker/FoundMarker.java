package dev.pagetrack.render.marker;

import java.util.Base64;
import java.util.Map;

/**
 * A marker as it stands in a page, before anything in it is understood.
 *
 * @param widget the name of the widget as written
 * @param element the name of the marker's element in lower case; empty for a pair of comments
 * @param start where its start tag or first comment begins, in bytes
 * @param contentStart where what it holds begins
 * @param contentEnd where what it holds ends
 * @param end the byte after its end tag or second comment
 * @param attributes names in lower case and values as written: of an element, all but the marker's own
 */
public record FoundMarker(
        String widget,
        String element,
        int start,
        int contentStart,
        int contentEnd,
        int end,
        Map<String, String> attributes) {

    FoundMarker endingAt(int newContentEnd, int newEnd) {
        return new FoundMarker(widget, element, start, contentStart, newContentEnd, newEnd, attributes);
    }

    /** Whether an {@link Injection} put it there. */
    boolean isInjected() {
        return element.isEmpty() && attributes.containsKey(Injection.INJECTED);
    }

    /** The bytes that stood there before it was injected. */
    byte[] replaced() {
        return Base64.getDecoder().decode(attributes.getOrDefault(Injection.REPLACED, ""));
    }
}
