package dev.pagetrack.render.widget;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The places of a template where a value may stand. All others are refused, so that an element or attribute that nobody
 * thought of is refused, too.
 */
final class ValuePlaces {

    /** What an attribute may hold. */
    enum Attribute {
        /** Text for readers, or names that nothing runs: any value. */
        TEXT,
        /** Numbers, names and shapes: only values of letters, digits and a few signs. */
        PLAIN,
        /** A program or a style: only values of letters, digits and a few signs. */
        PROGRAM,
        /** A URL. */
        URL,
        /** Several URLs. */
        URLS,
        /** No value. */
        NOTHING
    }

    private static final Set<String> TEXT = Set.of(
            "abbr",
            "alt",
            "class",
            "content",
            "datetime",
            "dir",
            "download",
            "itemprop",
            "label",
            "lang",
            "placeholder",
            "property",
            "role",
            "scope",
            "summary",
            "title",
            "value",
            "xml:lang");

    private static final Set<String> PLAIN = Set.of(
            "clip-path",
            "colspan",
            "cx",
            "cy",
            "d",
            "dx",
            "dy",
            "fill",
            "fill-opacity",
            "font-size",
            "for",
            "headers",
            "height",
            "high",
            "id",
            "low",
            "max",
            "min",
            "name",
            "offset",
            "opacity",
            "optimum",
            "pathlength",
            "points",
            "r",
            "rotate",
            "rowspan",
            "rx",
            "ry",
            "size",
            "span",
            "start",
            "step",
            "stroke",
            "stroke-dasharray",
            "stroke-dashoffset",
            "stroke-opacity",
            "stroke-width",
            "text-anchor",
            "textlength",
            "transform",
            "viewbox",
            "width",
            "x",
            "x1",
            "x2",
            "y",
            "y1",
            "y2");

    /** Attributes that hold a URL (HTML standard, index of attributes; SVG). */
    private static final Set<String> URL = Set.of(
            "action", "background", "cite", "data", "formaction", "href", "itemid", "poster", "src", "xlink:href");

    private static final Set<String> URLS = Set.of("imagesrcset", "ping", "srcset");

    /** Elements of SVG and MathML whose text is shown; in those of HTML, all text is that is no raw text. */
    private static final Set<String> FOREIGN_TEXT = Set.of(
            "a",
            "annotation",
            "annotation-xml",
            "defs",
            "desc",
            "foreignobject",
            "g",
            "math",
            "mfrac",
            "mi",
            "mn",
            "mo",
            "mrow",
            "ms",
            "mstyle",
            "msub",
            "msup",
            "mtable",
            "mtd",
            "mtext",
            "mtr",
            "semantics",
            "svg",
            "switch",
            "symbol",
            "text",
            "textpath",
            "title",
            "tspan");

    /**
     * What may stand before the first value of a URL, so that the value can change neither its scheme nor its host: a
     * scheme with a complete host, an address or number to write or call to, or the beginning of a path or query.
     */
    private static final Pattern BEGINNING = Pattern.compile("(?i)(https?://[a-z0-9.-]+(:[0-9]{1,5})?[/?#]|mailto:|tel:"
            + "|[?#]|\\.{1,2}/|/[a-z0-9._~-]|[a-z0-9._~-]+[/?#])");

    private ValuePlaces() {}

    /**
     * What an attribute may hold.
     *
     * @param name the attribute's name in lower case
     * @param isHttpEquiv whether it belongs to a {@code meta} that stands for an HTTP header, such as a redirection
     */
    static Attribute attribute(String name, boolean isHttpEquiv) {
        if (isHttpEquiv) {
            return Attribute.NOTHING;
        }
        if (TEXT.contains(name) || name.startsWith("data-") || name.startsWith("aria-")) {
            return Attribute.TEXT;
        }
        if (PLAIN.contains(name)) {
            return Attribute.PLAIN;
        }
        if (name.startsWith("on") || name.equals("style")) {
            return Attribute.PROGRAM;
        }
        if (URL.contains(name)) {
            return Attribute.URL;
        }
        return URLS.contains(name) ? Attribute.URLS : Attribute.NOTHING;
    }

    /** Whether the text in an element of SVG or MathML is shown, and never run. */
    static boolean isForeignText(String element) {
        return FOREIGN_TEXT.contains(element);
    }

    /** Whether values may follow this text at the beginning of a URL, which is not blank. */
    static boolean mayBegin(String text) {
        return BEGINNING.matcher(text).lookingAt();
    }

    /** Whether what follows this text in a URL is surely in its path, query or fragment. */
    static boolean endsHost(String text) {
        return text.contains("/") || text.contains("?") || text.contains("#");
    }
}
