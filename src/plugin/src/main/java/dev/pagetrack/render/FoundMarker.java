package dev.pagetrack.render;

import java.util.Map;

/**
 * A marker as it stands in a page, before anything in it is understood.
 *
 * @param widget the name of the widget as written
 * @param element the name of the marker's element in lower case; empty for a pair of comments
 * @param start where its start tag or first comment begins, in bytes
 * @param contentStart where what it holds begins
 * @param contentEnd where what it holds ends
 * @param attributes names in lower case and values as written: of an element, all but the marker's own
 */
record FoundMarker(
        String widget, String element, int start, int contentStart, int contentEnd, Map<String, String> attributes) {

    FoundMarker endingAt(int end) {
        return new FoundMarker(widget, element, start, contentStart, end, attributes);
    }
}
