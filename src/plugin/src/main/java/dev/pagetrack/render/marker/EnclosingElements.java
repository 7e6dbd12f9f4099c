package dev.pagetrack.render.marker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;

import dev.pagetrack.html.ElementRules;
import dev.pagetrack.html.HtmlTokenizer;
import dev.pagetrack.html.HtmlTokenizer.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Finds the elements around a place that a start tag at this place may end, as {@code <ul>} ends a {@code p}. Only a
 * parser knows which elements are open: a {@code p} may end long before its end tag, or continue without one.
 */
public final class EnclosingElements {

    private static final String PROBE = "pagetrack-probe";

    private EnclosingElements() {}

    /** The elements around a place in this element, the innermost first. */
    static List<String> in(Element parent) {
        return around(parent, new ArrayList<>());
    }

    /**
     * The elements around a marker, without its own element, the innermost first.
     *
     * @param html the page
     * @param endangered the elements that the marker's widget might end
     */
    public static List<String> of(Marker marker, byte[] html, Set<String> endangered) {
        if (!mayBeOpen(html, marker.start(), endangered)) {
            return List.of();
        }
        var start = marker.element().isEmpty() ? "" : "<" + marker.element() + ">";
        var parent = parentAt(html, marker.start(), start);
        var between = new ArrayList<String>();
        if (!start.isEmpty()) {
            between.add(parent.normalName());
            parent = parent.parent();
        }
        return around(parent, between);
    }

    /** The element that a browser puts a comment into that stands at this place. */
    static Element parentAt(byte[] html, int place) {
        return parentAt(html, place, "");
    }

    private static Element parentAt(byte[] html, int place, String startTag) {
        var text = new String(html, 0, place, ISO_8859_1) + startTag + "<!--" + PROBE + "-->";
        var document = Parser.htmlParser().parseInput(text, "");
        var found = new ArrayList<Element>();
        document.traverse((Node node, int depth) -> {
            if (node instanceof Comment comment && comment.getData().equals(PROBE)) {
                found.add(requireNonNull(comment.parent()));
            }
        });
        return found.isEmpty() ? document : found.get(0); // raw text holds no comment, and no marker
    }

    /**
     * Whether one of these elements may be open: it has more start tags than end tags. None is open at most markers,
     * and then no parser is needed.
     */
    private static boolean mayBeOpen(byte[] html, int end, Set<String> elements) {
        var open = new HashMap<String, Integer>();
        var tokens = new HtmlTokenizer(html);
        for (var token = tokens.next(); tokens.start() < end && token != Token.END_OF_PAGE; token = tokens.next()) {
            if (token != Token.COMMENT && elements.contains(tokens.name())) {
                int step = token == Token.START_TAG ? 1 : -1;
                open.merge(tokens.name(), Math.max(0, step), (before, now) -> Math.max(0, before + step));
            }
        }
        return open.values().stream().anyMatch(count -> count > 0);
    }

    /**
     * The fragile elements from this one outwards that no barrier protects.
     *
     * @param between the elements inside of it, which may be barriers
     */
    private static List<String> around(@Nullable Element innermost, List<String> between) {
        var found = new ArrayList<String>();
        for (var element = innermost; element != null; element = element.parent()) {
            var name = element.normalName();
            if (ElementRules.mayBeClosedByStartTag(name)
                    && between.stream().noneMatch(some -> ElementRules.isBarrier(some, name))) {
                found.add(name);
            }
            between.add(name);
        }
        return found;
    }
}
