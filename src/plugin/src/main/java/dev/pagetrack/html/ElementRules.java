package dev.pagetrack.html;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Rules of the HTML standard by element: which is void, which needs no end tag, which is closed by which start tag. */
public final class ElementRules {

    private static final Set<String> VOID = Set.of(
            "area",
            "base",
            "basefont",
            "bgsound",
            "br",
            "col",
            "embed",
            "frame",
            "hr",
            "image",
            "img",
            "input",
            "keygen",
            "link",
            "meta",
            "param",
            "source",
            "track",
            "wbr");

    /** Start tags that a parser ignores inside a body: they open no element. */
    private static final Set<String> IGNORED = Set.of("html", "head", "body", "frameset");

    private static final Set<String> OPTIONAL_END_TAG = Set.of(
            "p",
            "li",
            "dt",
            "dd",
            "option",
            "optgroup",
            "rb",
            "rt",
            "rtc",
            "rp",
            "tr",
            "td",
            "th",
            "thead",
            "tbody",
            "tfoot",
            "caption",
            "colgroup");

    /**
     * Elements whose end tag also closes open elements inside, if their end tag is optional. The end tag of any other
     * element is ignored there.
     */
    private static final Set<String> IMPLIES_END_TAGS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "button",
            "center",
            "dd",
            "details",
            "dialog",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "header",
            "hgroup",
            "li",
            "listing",
            "main",
            "menu",
            "nav",
            "object",
            "ol",
            "pre",
            "search",
            "section",
            "select",
            "summary",
            "table",
            "tbody",
            "td",
            "template",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul",
            "caption",
            "colgroup",
            "ruby");

    private static final Set<String> HEAD_ELEMENTS = Set.of(
            "html",
            "head",
            "meta",
            "link",
            "title",
            "base",
            "basefont",
            "bgsound",
            "script",
            "style",
            "noframes",
            "noscript",
            "template");

    private static final Set<String> LISTS = Set.of("ol", "ul", "menu");

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    private static final Set<String> CLOSES_PARAGRAPH = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "center",
            "dd",
            "details",
            "dialog",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hgroup",
            "hr",
            "li",
            "listing",
            "main",
            "menu",
            "nav",
            "ol",
            "p",
            "plaintext",
            "pre",
            "search",
            "section",
            "summary",
            "table",
            "ul",
            "xmp");

    private static final Set<String> ROWS_AND_ABOVE =
            Set.of("tr", "thead", "tbody", "tfoot", "caption", "col", "colgroup");
    private static final Set<String> CELLS_AND_ABOVE =
            Set.of("td", "th", "tr", "thead", "tbody", "tfoot", "caption", "col", "colgroup");
    private static final Set<String> SECTIONS = Set.of("thead", "tbody", "tfoot", "caption", "col", "colgroup");
    private static final Set<String> RUBY = Set.of("rb", "rt", "rtc", "rp");
    private static final Set<String> LIST_BARRIERS = Set.of(
            "ul",
            "ol",
            "dl",
            "menu",
            "dir",
            "table",
            "td",
            "th",
            "caption",
            "template",
            "button",
            "object",
            "blockquote",
            "section",
            "article",
            "aside",
            "nav",
            "details",
            "fieldset",
            "figure",
            "form",
            "main",
            "pre",
            "svg",
            "math");
    private static final Set<String> TABLES = Set.of("table", "template");
    private static final Set<String> SCOPES =
            Set.of("button", "object", "marquee", "applet", "template", "td", "th", "caption", "svg", "math");

    /**
     * When an element ends without an end tag.
     *
     * @param closers start tags that close the element
     * @param barriers elements that keep it open while they are open inside it
     */
    private record Implied(Set<String> closers, Set<String> barriers) {}

    private static final Map<String, Implied> IMPLIED = Map.ofEntries(
            Map.entry("p", new Implied(CLOSES_PARAGRAPH, SCOPES)),
            Map.entry("li", new Implied(Set.of("li"), LIST_BARRIERS)),
            Map.entry("dt", new Implied(Set.of("dt", "dd"), LIST_BARRIERS)),
            Map.entry("dd", new Implied(Set.of("dt", "dd"), LIST_BARRIERS)),
            Map.entry("option", new Implied(Set.of("option", "optgroup"), TABLES)),
            Map.entry("optgroup", new Implied(Set.of("optgroup"), TABLES)),
            Map.entry("td", new Implied(CELLS_AND_ABOVE, TABLES)),
            Map.entry("th", new Implied(CELLS_AND_ABOVE, TABLES)),
            Map.entry("tr", new Implied(ROWS_AND_ABOVE, TABLES)),
            Map.entry("thead", new Implied(SECTIONS, TABLES)),
            Map.entry("tbody", new Implied(SECTIONS, TABLES)),
            Map.entry("tfoot", new Implied(SECTIONS, TABLES)),
            Map.entry("caption", new Implied(CELLS_AND_ABOVE, TABLES)),
            Map.entry("rb", new Implied(RUBY, SCOPES)),
            Map.entry("rt", new Implied(RUBY, SCOPES)),
            Map.entry("rtc", new Implied(RUBY, SCOPES)),
            Map.entry("rp", new Implied(RUBY, SCOPES)),
            Map.entry("a", new Implied(Set.of("a"), SCOPES)),
            Map.entry(
                    "button",
                    new Implied(Set.of("button"), Set.of("object", "marquee", "applet", "template", "td", "th"))),
            Map.entry("nobr", new Implied(Set.of("nobr"), SCOPES)),
            Map.entry("form", new Implied(Set.of("form"), Set.of("template"))));

    private ElementRules() {}

    public static boolean isVoid(String element) {
        return VOID.contains(element);
    }

    /** Whether a start tag in the body opens no element. */
    public static boolean opensNothing(String element) {
        return VOID.contains(element) || IGNORED.contains(element);
    }

    static boolean hasOptionalEndTag(String element) {
        return OPTIONAL_END_TAG.contains(element);
    }

    /**
     * Whether the element's end tag also closes elements inside it whose
     * {@linkplain #hasOptionalEndTag end tag is optional}.
     */
    static boolean impliesEndTags(String element) {
        return IMPLIES_END_TAGS.contains(element);
    }

    /** Whether an element, given in lower case, may stand in a head. */
    public static boolean mayStandInHead(String element) {
        return HEAD_ELEMENTS.contains(element);
    }

    /** Whether the element holds list items. */
    public static boolean isList(String element) {
        return LISTS.contains(element);
    }

    public static boolean isHeading(String element) {
        return HEADINGS.contains(element);
    }

    /** Whether the start tag closes a {@code p} that is open around it. */
    public static boolean closesParagraph(String element) {
        return CLOSES_PARAGRAPH.contains(element);
    }

    /** The elements that any of these start tags {@link #closes}. */
    public static Set<String> closedBy(Set<String> startTags) {
        var closed = new HashSet<String>();
        for (var startTag : startTags) {
            for (var element : IMPLIED.keySet()) {
                if (closes(startTag, element)) {
                    closed.add(element);
                }
            }
            if (isHeading(startTag)) {
                closed.addAll(HEADINGS);
            }
        }
        return closed;
    }

    /** Whether some start tag {@link #closes} the element. */
    public static boolean mayBeClosedByStartTag(String element) {
        return isHeading(element) || IMPLIED.containsKey(element);
    }

    /**
     * Whether a start tag closes an open element around it, unless a {@linkplain #isBarrier barrier} is open in
     * between.
     */
    static boolean closes(String startTag, String element) {
        if (isHeading(element)) {
            return isHeading(startTag);
        }
        var implied = IMPLIED.get(element);
        return implied != null && implied.closers().contains(startTag);
    }

    /**
     * Whether an element that is open inside another one keeps it open in spite of start tags that
     * {@link #closes close} it.
     */
    public static boolean isBarrier(String open, String element) {
        if (isHeading(element)) {
            return true;
        }
        var implied = IMPLIED.get(element);
        return implied != null && implied.barriers().contains(open);
    }
}
