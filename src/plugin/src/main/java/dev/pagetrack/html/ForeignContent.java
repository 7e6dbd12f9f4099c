package dev.pagetrack.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Tracks SVG and MathML inside a page, where {@code title}, {@code style} and {@code script} hold markup, CDATA
 * sections exist, and {@code />} closes an element (HTML standard, 13.2.6.5).
 */
final class ForeignContent {

    /** Inside these elements, the rules of HTML apply again. */
    private static final Set<String> INTEGRATION_POINTS =
            Set.of("foreignobject", "desc", "title", "annotation-xml", "mi", "mo", "mn", "ms", "mtext");

    /** The encodings, in lower case, of an {@code annotation-xml} that holds HTML. */
    private static final Set<String> HTML_ENCODINGS = Set.of("text/html", "application/xhtml+xml");

    /** A start tag of one of these elements closes all SVG and MathML elements around it. */
    private static final Set<String> BREAKOUTS = Set.of(
            "b",
            "big",
            "blockquote",
            "body",
            "br",
            "center",
            "code",
            "dd",
            "div",
            "dl",
            "dt",
            "em",
            "embed",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "head",
            "hr",
            "i",
            "img",
            "li",
            "listing",
            "menu",
            "meta",
            "nobr",
            "ol",
            "p",
            "pre",
            "ruby",
            "s",
            "small",
            "span",
            "strong",
            "strike",
            "sub",
            "sup",
            "table",
            "tt",
            "u",
            "ul",
            "var");

    private static final String ANNOTATION = "annotation-xml";

    /** How an {@code annotation-xml} is recorded that holds no HTML. */
    private static final String XML_ANNOTATION = ANNOTATION + " ";

    private static final long SVG = TagName.key("svg");
    private static final long MATH = TagName.key("math");

    private final Deque<String> open = new ArrayDeque<>();

    int depth() {
        return open.size();
    }

    /** Whether the next tag is inside SVG or MathML. */
    boolean isCurrent() {
        return !open.isEmpty() && !INTEGRATION_POINTS.contains(open.peek());
    }

    /** Whether a start tag of this name must be passed to {@link #start}. */
    boolean isStart(long name) {
        return !open.isEmpty() || name == SVG || name == MATH;
    }

    /**
     * Records a start tag. Returns whether its element is SVG or MathML.
     *
     * @param breaksOut whether the tag belongs to HTML for another reason than its name
     * @param encoding the encoding of an {@code annotation-xml}, which says whether it holds HTML
     */
    boolean start(String name, boolean selfClosing, boolean breaksOut, String encoding) {
        boolean root = name.equals("svg") || name.equals("math");
        if (!root && !isCurrent()) {
            return false;
        }
        if (!root && (breaksOut || BREAKOUTS.contains(name))) {
            breakOut();
            return false;
        }
        if (!selfClosing) {
            open.push(name.equals(ANNOTATION) && !HTML_ENCODINGS.contains(encoding) ? XML_ANNOTATION : name);
        }
        return true;
    }

    /** Records an end tag. */
    void end(String name) {
        if (isCurrent() && (name.equals("p") || name.equals("br"))) {
            breakOut();
        } else if (open.contains(name)) {
            closeThrough(name);
        } else if (name.equals(ANNOTATION) && open.contains(XML_ANNOTATION)) {
            closeThrough(XML_ANNOTATION);
        }
    }

    private void closeThrough(String name) {
        while (!open.pop().equals(name)) {
            // elements that are still open inside end with it
        }
    }

    private void breakOut() {
        while (isCurrent()) {
            open.pop();
        }
    }
}
