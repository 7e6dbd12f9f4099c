package dev.pagetrack.render.widget;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.pagetrack.html.ContainedHtml;
import dev.pagetrack.html.Container;
import dev.pagetrack.html.ElementRules;
import dev.pagetrack.render.marker.EnclosingElements;
import dev.pagetrack.render.marker.MarkedPage;
import dev.pagetrack.render.marker.Marker;
import dev.pagetrack.render.marker.MarkerBounds;
import dev.pagetrack.render.marker.MarkerComment;
import dev.pagetrack.render.marker.MarkerFinder;
import dev.pagetrack.render.scan.SiteScan;
import dev.pagetrack.render.site.RenderException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Refuses, before anything is written, a widget whose HTML would not stay inside its marker: a list in a {@code p},
 * which the list ends, or a template that leaves an element open. The page would look wrong, and the next rendering
 * could not find the end of a marker that is an element.
 *
 * <p>A mistake in a template shows in the first marker of each kind, unless one section of the template opens what
 * another closes. Two checks need more markers than that: whether the HTML ends the marker's own element depends on the
 * figures, and which elements are around the marker depends on the page.
 */
public final class WidgetContainment {

    private final Map<String, WidgetTemplate> templates;
    private final BiFunction<MarkedPage, Marker, String> content;
    private final List<String> problems = new ArrayList<>();

    private WidgetContainment(Map<String, WidgetTemplate> templates, BiFunction<MarkedPage, Marker, String> content) {
        this.templates = templates;
        this.content = content;
    }

    /**
     * Checks all markers of a site with the HTML that they will hold, without writing it.
     *
     * @param templates the templates of all markers by name
     * @param content returns the HTML that a marker of a page shall hold
     * @throws RenderException if the HTML of a marker would not stay inside it
     */
    public static void require(
            SiteScan scan, Map<String, WidgetTemplate> templates, BiFunction<MarkedPage, Marker, String> content) {
        var containment = new WidgetContainment(templates, content);
        var seenKinds = new HashSet<String>();
        for (var marked : scan.marked()) {
            for (var marker : marked.markers()) {
                var kind =
                        marker.template() + " " + marker.inList() + " " + marker.container() + " " + marker.element();
                containment.check(marked, marker, seenKinds.add(kind));
            }
        }
        if (!containment.problems.isEmpty()) {
            throw new RenderException(containment.problems);
        }
    }

    private WidgetTemplate template(Marker marker) {
        return requireNonNull(templates.get(marker.template()), marker.template());
    }

    private void check(MarkedPage marked, Marker marker, boolean firstOfKind) {
        if ((firstOfKind || !template(marker).isBalanced() || ElementRules.mayBeClosedByStartTag(marker.element()))
                && !staysInside(marked, marker, content.apply(marked, marker))) {
            report(marked, marker, problem(marker));
            return;
        }
        var container = marker.container();
        if (firstOfKind || container != Container.FLOW || !template(marker).isBalanced()) {
            var obstacle = ContainedHtml.obstacle(content.apply(marked, marker).getBytes(UTF_8), container);
            if (obstacle.isPresent()) {
                report(marked, marker, problem(marker, obstacle.get()));
                return;
            }
        }
        for (var element : elementsAround(marked, marker, firstOfKind)) {
            var html = content.apply(marked, marker).getBytes(UTF_8);
            if (!MarkerBounds.hold("<" + element + " " + MarkerFinder.ATTRIBUTE + ">", html, "</" + element + ">")) {
                report(
                        marked,
                        marker,
                        "what " + marker.template() + " shows ends the <" + element
                                + "> around it: choose a place outside of that <" + element
                                + ">, or change its template");
                return;
            }
        }
    }

    /**
     * The elements around a marker that its HTML might end. If the marker's own element ends a paragraph, such as a
     * {@code div}, no paragraph is open around its content. Other elements come from the theme, which is the same on
     * all pages. So only the first marker of a kind is checked then, because each check reads the page again.
     */
    private List<String> elementsAround(MarkedPage marked, Marker marker, boolean firstOfKind) {
        var mayClose = template(marker).mayClose();
        if (mayClose.isEmpty()) {
            return List.of();
        }
        if (marker.injected().isPresent()) {
            return marker.injected().get().around();
        }
        return firstOfKind || !ElementRules.closesParagraph(marker.element())
                ? EnclosingElements.of(marker, marked.page().read(), mayClose)
                : List.of();
    }

    private void report(MarkedPage marked, Marker marker, String problem) {
        problems.add(MarkerChecks.place(marked, marker) + ": " + MarkerChecks.rulePrefix(marker) + problem);
    }

    private static boolean staysInside(MarkedPage marked, Marker marker, String content) {
        if (content.indexOf('<') < 0) {
            return true;
        }
        var element = marker.element();
        var start = element.isEmpty()
                ? MarkerComment.beginning("views")
                : "<" + element + " " + MarkerFinder.ATTRIBUTE + ">";
        var end = element.isEmpty() ? MarkerComment.END : "</" + element + ">";
        return MarkerBounds.hold(start, content.getBytes(UTF_8), end) || staysInsideOnPage(marked, marker, content);
    }

    /**
     * Checks with the page around the marker, which alone shows whether the marker is in SVG, where other rules hold.
     */
    private static boolean staysInsideOnPage(MarkedPage marked, Marker marker, String content) {
        if (marked.foundMarkers().isPresent()) {
            return false;
        }
        var html = new String(marked.page().read(), ISO_8859_1);
        var start = html.substring(0, marker.contentStart());
        return MarkerBounds.hold(start, marked.charset().encode(content), html.substring(marker.contentEnd()));
    }

    private static String problem(Marker marker, String obstacle) {
        var container = marker.container();
        return "what " + marker.template() + " shows does not stay there: its " + obstacle + " " + container.effect()
                + ": " + place(container) + "change its template";
    }

    /** Advice for a place where everything stays, as the beginning of a list of advices. */
    private static String place(Container container) {
        return switch (container) {
            case FLOW -> "";
            case HEAD, OUTSIDE, HEAD_NOSCRIPT -> "choose a place in the body, or ";
            case TABLE, ROWS, ROW, COLUMNS, TEMPLATE_ROWS ->
                "choose a place in a td, th or caption, or outside of the table, or ";
            case CHOICES, OPTION -> "choose a place outside of the select, or ";
            case FRAMES -> "choose a page without frames, or ";
            case FOREIGN -> "choose a place outside of it, or ";
        };
    }

    private static String problem(Marker marker) {
        return marker.element().isEmpty()
                ? "what " + marker.template() + " shows leaves an element open, or holds a marker: change its template"
                : "what " + marker.template() + " shows does not stay inside <" + marker.element()
                        + ">: use <div>, or change its template";
    }
}
