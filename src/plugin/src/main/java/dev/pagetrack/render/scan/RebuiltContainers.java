package dev.pagetrack.render.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.pagetrack.html.HtmlTokenizer;
import dev.pagetrack.html.HtmlTokenizer.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds the elements whose content a script builds anew in the browser from data of its own ("hydration"). Whatever is
 * written into such an element after the site was generated vanishes.
 */
public final class RebuiltContainers {

    /** An attribute that frameworks without a certain id write at the root of what they render. */
    private static final List<String> ATTRIBUTES = List.of("data-server-rendered", "data-reactroot");

    /**
     * A container that a framework gives a certain id.
     *
     * @param id the id
     * @param evidence texts of which one stands in each page that the framework builds anew
     */
    private record Kind(String id, List<String> evidence) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("__docusaurus", List.of("<script")),
            new Kind("___gatsby", List.of("<script")),
            new Kind("__next", List.of("__NEXT_DATA__")), // the pages router of Next.js
            new Kind("__nuxt", List.of("__NUXT_DATA__", "__NUXT__")),
            // VitePress; and the comments by which Vue finds its fragments, as in VuePress
            new Kind("app", List.of("__VP_HASH_MAP__", "<!--[-->")));

    /** The beginning of the data from which the app router of Next.js builds the whole body. */
    private static final String NEXT_BODY = "self.__next_f";

    private RebuiltContainers() {}

    /** The start tag of such an element, in short, as {@code <div id="__nuxt">}; empty if the page has none. */
    public static Optional<String> in(byte[] html) {
        var tokens = new HtmlTokenizer(html);
        for (var token = tokens.next(); token != Token.END_OF_PAGE; token = tokens.next()) {
            var found = token == Token.START_TAG ? container(tokens, html) : "";
            if (!found.isEmpty()) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** Whether the start tag of such an element begins at this offset. */
    public static boolean isAt(byte[] html, int offset) {
        var tokens = new HtmlTokenizer(Arrays.copyOfRange(html, offset, html.length));
        return tokens.next() == Token.START_TAG
                && tokens.start() == 0
                && !container(tokens, html).isEmpty();
    }

    /**
     * The start tag of such an element that is open at a place; empty if none is.
     *
     * @param place an offset in the page
     */
    public static Optional<String> around(byte[] html, int place) {
        var tokens = new HtmlTokenizer(html);
        var name = "";
        var found = "";
        int depth = 0;
        for (var token = tokens.next(); token != Token.END_OF_PAGE && tokens.start() < place; token = tokens.next()) {
            if (token != Token.COMMENT && depth > 0) {
                int step = token == Token.START_TAG ? 1 : -1;
                depth += tokens.isNamed(name) ? step : 0;
            } else if (token == Token.START_TAG) {
                found = container(tokens, html);
                name = tokens.name();
                depth = found.isEmpty() ? 0 : 1;
            }
        }
        return depth > 0 ? Optional.of(found) : Optional.empty();
    }

    /** The start tag in short, if its element is such a container; empty if not. */
    private static String container(HtmlTokenizer tag, byte[] page) {
        if (tag.isNamed("body")) {
            return contains(page, NEXT_BODY) ? "<body>" : "";
        }
        int at = tag.attribute("id");
        var id = at < 0 ? "" : tag.attributeValue(at);
        for (var kind : KINDS) {
            if (id.equals(kind.id()) && kind.evidence().stream().anyMatch(text -> contains(page, text))) {
                return "<" + tag.name() + " id=\"" + id + "\">";
            }
        }
        return ATTRIBUTES.stream()
                .filter(attribute -> tag.attribute(attribute) >= 0 && contains(page, "<script"))
                .findFirst()
                .map(attribute -> "<" + tag.name() + " " + attribute + ">")
                .orElse("");
    }

    private static boolean contains(byte[] page, String text) {
        return new String(page, ISO_8859_1).contains(text);
    }
}
