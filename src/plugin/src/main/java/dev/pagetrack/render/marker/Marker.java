package dev.pagetrack.render.marker;

import dev.pagetrack.html.Container;
import java.util.List;
import java.util.Optional;

/**
 * A marker that a rendering fills, or a place where a rendering injects a marker with its content.
 *
 * @param parameters its widget and the widget's parameters
 * @param element the name of its element in lower case; empty for a pair of comments
 * @param inList whether its content is part of a list, and so consists of list items
 * @param container what its element, or the element around it, does with HTML
 * @param start the first byte of the marker in the file
 * @param contentStart the first byte to replace. It is an offset in the file, or in the {@link GeneratedPage} if the
 *     page has injections
 * @param contentEnd the byte after the last byte to replace, in the same page
 * @param oldContent the key of its content in the file; of a place, the key of the bytes that are replaced there
 * @param injected present if this is a place where a marker is injected
 */
public record Marker(
        MarkerParameters parameters,
        String element,
        boolean inList,
        Container container,
        int start,
        int contentStart,
        int contentEnd,
        ContentKey oldContent,
        Optional<Injected> injected) {

    /**
     * How a marker is injected.
     *
     * @param injection the rule
     * @param opening the comment that begins the marker
     * @param around the {@link EnclosingElements} of the place
     */
    public record Injected(Injection injection, String opening, List<String> around) {}

    /** The name of the widget. */
    public String widget() {
        return parameters.widget();
    }

    /** The name of the template to use. */
    public String template() {
        return parameters.template();
    }

    /**
     * The same marker in the {@link GeneratedPage}, where it has no content and its content would be at this offset.
     */
    Marker emptyAt(int offset) {
        return new Marker(parameters, element, inList, container, start, offset, offset, oldContent, injected);
    }

    /** The HTML to write between the two content offsets: that of the widget, with both comments if it is injected. */
    String content(String widgetHtml) {
        return injected.isPresent() ? injected.get().opening() + widgetHtml + MarkerComment.END : widgetHtml;
    }
}
