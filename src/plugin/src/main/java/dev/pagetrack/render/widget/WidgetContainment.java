package dev.pagetrack.render.widget;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

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
 * Refuses, before anything is written, what would not stay inside its marker: a list in a {@code p}, which it ends, or a
 * template that leaves an element open. The page would look wrong, and the next rendering could not tell where an element
 * that is a marker ends. What is wrong with a template shows with the first marker of a kind, unless a section of it opens
 * what another ends; what an element holds depends
 * on the figures, and what is around a marker on the page.
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
     * Fills markers without writing them.
     *
     * @param templates the templates of all markers by name
     * @param content what a marker of a page shall hold, as HTML
     * @throws RenderException if something does not fit
     */
    public static void require(
            SiteScan scan, Map<String, WidgetTemplate> templates, BiFunction<MarkedPage, Marker, String> content) {
        var fit = new WidgetContainment(templates, content);
        var seen = new HashSet<String>();
        for (var marked : scan.marked()) {
            for (var marker : marked.markers()) {
                fit.check(marked, marker, seen.add(marker.template() + " " + marker.inList() + " " + marker.element()));
            }
        }
        if (!fit.problems.isEmpty()) {
            throw new RenderException(fit.problems);
        }
    }

    private void check(MarkedPage marked, Marker marker, boolean isNew) {
        if ((isNew || !templates.get(marker.template()).isEven() || ElementRules.isFragile(marker.element()))
                && !fits(marked, marker, content.apply(marked, marker))) {
            report(marked, marker, problem(marker));
            return;
        }
        for (var element : around(marked, marker, isNew)) {
            var html = content.apply(marked, marker).getBytes(UTF_8);
            if (!MarkerBounds.hold("<" + element + " " + MarkerFinder.ATTRIBUTE + ">", html, "</" + element + ">")) {
                report(
                        marked,
                        marker,
                        "what " + marker.template() + " shows ends the <" + element
                                + "> around it: choose a place outside of that, or change its template");
                return;
            }
        }
    }

    /**
     * The elements around a marker that it might end. Where an element stands that would itself have ended a paragraph, as
     * {@code div}, one page is as good as another: there the theme is asked once, for it costs reading the page again.
     */
    private List<String> around(MarkedPage marked, Marker marker, boolean isNew) {
        var endangered = templates.get(marker.template()).closes();
        if (endangered.isEmpty()) {
            return List.of();
        }
        if (marker.injected().isPresent()) {
            return marker.injected().get().around();
        }
        return isNew || !ElementRules.closesParagraph(marker.element())
                ? EnclosingElements.of(marker, marked.page().read(), endangered)
                : List.of();
    }

    private void report(MarkedPage marked, Marker marker, String problem) {
        problems.add(MarkerChecks.place(marked, marker) + ": " + MarkerChecks.by(marker) + problem);
    }

    private static boolean fits(MarkedPage marked, Marker marker, String content) {
        if (content.indexOf('<') < 0) {
            return true;
        }
        var element = marker.element();
        var start = element.isEmpty()
                ? MarkerComment.beginning("views")
                : "<" + element + " " + MarkerFinder.ATTRIBUTE + ">";
        var end = element.isEmpty() ? MarkerComment.END : "</" + element + ">";
        return MarkerBounds.hold(start, content.getBytes(UTF_8), end) || fitsIntoPage(marked, marker, content);
    }

    /** In SVG other rules hold; to know whether the marker stands in it, all before it must be read. */
    private static boolean fitsIntoPage(MarkedPage marked, Marker marker, String content) {
        if (marked.foundMarkers().isPresent()) {
            return false;
        }
        var html = new String(marked.page().read(), ISO_8859_1);
        var start = html.substring(0, marker.contentStart());
        return MarkerBounds.hold(start, marked.charset().encode(content), html.substring(marker.contentEnd()));
    }

    private static String problem(Marker marker) {
        return marker.element().isEmpty()
                ? "what " + marker.template() + " shows leaves an element open, or holds a marker: change its template"
                : "what " + marker.template() + " shows does not stay inside <" + marker.element()
                        + ">: use <div>, or change its template";
    }
}
