package dev.pagetrack.render.marker;

import dev.pagetrack.html.Container;
import dev.pagetrack.html.HeadTags;
import dev.pagetrack.html.HtmlTokenizer;
import dev.pagetrack.html.HtmlTokenizer.Token;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Finds the {@link Container} of each marker that is written in a page. It reads the page once, and only if markers are
 * comments: the container of others is their own element.
 */
final class MarkerContainers {

    private static final Set<String> TABLE_PARTS =
            Set.of("caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "td", "th");

    /** In these, all HTML stays where it is. */
    private static final Set<String> CELLS = Set.of("td", "th", "caption");

    /** Elements inside which a place may be in a container other than {@link Container#FLOW}. */
    private static final Set<String> SPECIAL = Set.of("table", "select", "frameset", "template");

    private final byte[] html;
    private final HtmlTokenizer tokens;

    /** How many elements of these are open before the next token. */
    private final Map<String, Integer> open = new HashMap<>();

    private boolean inCell;
    private boolean bodyIsClosed;

    MarkerContainers(byte[] html) {
        this.html = html;
        this.tokens = new HtmlTokenizer(html);
    }

    /** The container of a marker. Markers are given in the order of the page. */
    Container of(FoundMarker marker) {
        if (marker.inForeignContent()) {
            return Container.FOREIGN;
        }
        return switch (marker.element()) {
            case "" ->
                HeadTags.containerOf(html, marker.start(), marker.end())
                        .orElseGet(() -> around(marker.start(), marker.end()));
            case "form" -> formIn(around(marker.start(), marker.end()));
            case "noscript" ->
                HeadTags.containerOf(html, marker.start(), marker.end()).isPresent()
                        ? Container.HEAD_NOSCRIPT
                        : Container.FLOW;
            default -> Container.of(marker.element());
        };
    }

    /** A form in a table, but not in its cells, ends where it begins. */
    private static Container formIn(Container outside) {
        return outside.isPartOfTable() ? Container.COLUMNS : Container.FLOW;
    }

    /** The container that an element of HTML is. */
    static Container of(Element element) {
        var name = element.normalName();
        var parent = element.parent();
        if (parent != null && name.equals("form")) {
            return formIn(of(parent));
        }
        if (parent != null && name.equals("noscript") && parent.nameIs("head")) {
            return Container.HEAD_NOSCRIPT;
        }
        if (name.equals("template") && element.children().stream().anyMatch(MarkerContainers::isTablePart)) {
            return Container.TEMPLATE_ROWS;
        }
        return Container.of(name);
    }

    private static boolean isTablePart(Element element) {
        return TABLE_PARTS.contains(element.normalName());
    }

    /** The container around a part of the page that is behind the head and outside of SVG and MathML. */
    private Container around(int place, int end) {
        while (tokens.start() < place) {
            var token = tokens.next();
            if (token != Token.COMMENT && tokens.start() < place) {
                record(token == Token.START_TAG);
            }
        }
        if (bodyIsClosed) {
            return Container.OUTSIDE;
        }
        if (open.containsKey("frameset")) {
            return Container.FRAMES; // also behind it
        }
        boolean special = !inCell && open.values().stream().anyMatch(count -> count > 0);
        if (!special) {
            return Container.FLOW;
        }
        var parent = EnclosingElements.parentAt(html, place);
        return parent.nameIs("template") && isBeforeRow(end) ? Container.TEMPLATE_ROWS : of(parent);
    }

    /** Whether the next tag is that of a part of a table. */
    private boolean isBeforeRow(int place) {
        var next = new HtmlTokenizer(html);
        return next.nextAfter(place) == Token.START_TAG && TABLE_PARTS.contains(next.name());
    }

    private void record(boolean starts) {
        var name = tokens.name();
        bodyIsClosed = !starts && (bodyIsClosed || name.equals("body") || name.equals("html"));
        if (SPECIAL.contains(name)) {
            open.merge(name, starts ? 1 : 0, (before, any) -> Math.max(0, before + (starts ? 1 : -1)));
            inCell = false;
        } else if (TABLE_PARTS.contains(name)) {
            inCell = starts && CELLS.contains(name);
        }
    }
}
