package dev.pagetrack.render.marker;

import java.util.List;
import java.util.Optional;

/**
 * A marker that can be filled; or the place of an injection, which is filled with a marker.
 *
 * @param parameters what it asks for
 * @param element the name of its element in lower case; empty for a pair of comments
 * @param inList whether its element is a list, so that its content is items
 * @param start where it begins, in bytes of the file
 * @param contentStart where what it holds begins, in bytes of what is filled
 * @param contentEnd where what it holds ends
 * @param held what it held in the file; of a place, what the generator put there
 * @param injected what was injected there, or is to be
 */
public record Marker(
        MarkerParameters parameters,
        String element,
        boolean inList,
        int start,
        int contentStart,
        int contentEnd,
        ContentKey held,
        Optional<Injected> injected) {

    /**
     * What makes a marker of a place that has none.
     *
     * @param injection the rule
     * @param opening the comment that begins the marker
     * @param around its {@link EnclosingElements}
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

    /** The same marker in a page that differs from the file before it, and in which it holds nothing. */
    Marker emptyAt(int place) {
        return new Marker(parameters, element, inList, start, place, place, held, injected);
    }

    /** What it shall hold, given the widget as HTML. */
    String content(String widgetHtml) {
        return injected.isPresent() ? injected.get().opening() + widgetHtml + MarkerComment.END : widgetHtml;
    }
}
