package dev.pagetrack.html;

import java.util.Map;
import java.util.Set;

/**
 * What a browser does with HTML by the element that holds it. Most elements take all of it. In the others, HTML that
 * they do not take is moved before a table, ends the element, or disappears (HTML standard, 13.2.6.4). The rules here
 * are stricter than a browser's: what they accept stays where it was written, and the rest of the page stays as it was.
 */
public enum Container {
    /** Any element that takes all HTML. */
    FLOW("changes the page around it", Set.of(), true),
    HEAD(
            "ends the head, which a browser then continues as the body",
            Set.of("base", "link", "meta", "script", "style", "template", "title"),
            false),
    /** Before the head, between head and body, or behind the body. */
    OUTSIDE("is moved into the head or the body by a browser", Set.of(), false),
    HEAD_NOSCRIPT("is text in a noscript of the head for a browser that runs scripts", Set.of(), false),
    TABLE(
            "is moved before the table by a browser",
            Set.of("caption", "colgroup", "thead", "tbody", "tfoot", "tr", "script", "style", "template"),
            false),
    ROWS("is moved before the table by a browser", Set.of("tr", "script", "style", "template"), false),
    ROW("is moved before the table by a browser", Set.of("td", "th", "script", "style", "template"), false),
    COLUMNS("is moved before the table by a browser", Set.of("col", "template"), false),
    CHOICES("is dropped by a browser", Set.of("option", "optgroup", "hr", "script", "template"), true),
    OPTION("is dropped by a browser", Set.of("script", "template"), true),
    FRAMES("is dropped by a browser", Set.of(), false),
    /** A template with parts of a table. */
    TEMPLATE_ROWS("changes how a browser reads the rows that follow", Set.of("script", "style", "template"), true),
    /** SVG or MathML. The elements of HTML that end it are the tokenizer's to find. */
    FOREIGN("ends the SVG or MathML around it", Set.of(), true);

    private static final Map<String, Container> BY_ELEMENT = Map.ofEntries(
            Map.entry("head", HEAD),
            Map.entry("table", TABLE),
            Map.entry("thead", ROWS),
            Map.entry("tbody", ROWS),
            Map.entry("tfoot", ROWS),
            Map.entry("tr", ROW),
            Map.entry("colgroup", COLUMNS),
            Map.entry("select", CHOICES),
            Map.entry("optgroup", CHOICES),
            Map.entry("option", OPTION),
            Map.entry("frameset", FRAMES));

    private static final Set<String> WHOLE_PAGE = Set.of("html", "head", "body", "frameset");

    private final String effect;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable.
    private final Set<String> elements;

    private final boolean takesText;

    Container(String effect, Set<String> elements, boolean takesText) {
        this.effect = effect;
        this.elements = elements;
        this.takesText = takesText;
    }

    /** Whether it is a part of a table that is no cell. */
    public boolean isPartOfTable() {
        return this == TABLE || this == ROWS || this == ROW || this == COLUMNS;
    }

    /** The container that an element of HTML is, given in lower case. */
    public static Container of(String element) {
        return BY_ELEMENT.getOrDefault(element, FLOW);
    }

    /** What a browser does with HTML that the container does not take, as the end of a sentence about the HTML. */
    public String effect() {
        return effect;
    }

    /** Whether it takes text. */
    boolean takesText() {
        return takesText;
    }

    /** Whether it takes an element of HTML, given in lower case. */
    boolean takes(String element) {
        return (this == FLOW || this == FOREIGN) ? !WHOLE_PAGE.contains(element) : elements.contains(element);
    }
}
