package dev.pagetrack.render;

import java.util.List;
import java.util.Optional;

/**
 * A marker that can be filled; or the place of an injection, which is filled with a marker.
 *
 * @param widget the name of its widget
 * @param element the name of its element in lower case; empty for a pair of comments
 * @param inList whether its element is a list, so that its content is items
 * @param start where it begins, in bytes of the file
 * @param contentStart where what it holds begins, in bytes of what is filled
 * @param contentEnd where what it holds ends
 * @param parameters what it asks for
 * @param injected what was injected there, or is to be
 */
record Marker(
        String widget,
        String element,
        boolean inList,
        int start,
        int contentStart,
        int contentEnd,
        MarkerParameters parameters,
        Optional<Injected> injected) {

    private static final String END = "<!-- /pagetrack -->";

    /**
     * What makes a marker of a place that has none.
     *
     * @param injection the rule
     * @param opening the comment that begins the marker
     * @param around its {@link Surroundings}
     */
    record Injected(Injection injection, String opening, List<String> around) {}

    MarkerKind kind() {
        return new MarkerKind(widget, parameters);
    }

    /** The name of the template to use. */
    String template() {
        return parameters.template().orElse(widget);
    }

    /** The same marker in a page that differs from the file before it. */
    Marker at(int newStart, int newEnd) {
        return new Marker(widget, element, inList, start, newStart, newEnd, parameters, injected);
    }

    /** What it shall hold, given the widget as HTML. */
    String content(String widgetHtml) {
        return injected.isPresent() ? injected.get().opening() + widgetHtml + END : widgetHtml;
    }
}
