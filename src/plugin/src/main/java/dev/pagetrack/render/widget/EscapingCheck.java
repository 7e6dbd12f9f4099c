package dev.pagetrack.render.widget;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.mustachejava.MustacheException;
import dev.pagetrack.html.ByteSearch;
import dev.pagetrack.html.HtmlTokenizer;
import dev.pagetrack.html.HtmlTokenizer.Token;
import dev.pagetrack.html.RawText;
import dev.pagetrack.render.widget.Variables.Kind;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Refuses templates that put a value where it could become markup or script although it is escaped for HTML. Values may
 * only stand in text and comments, and in the attributes of {@link ValuePlaces}.
 */
final class EscapingCheck {

    private static final String IN_NAME =
            "would be part of the name of a tag or an attribute: put it into text or into a quoted attribute";

    private static final String ONLY_PLAIN = ">, where only a number's .raw, a date, a time or an address is safe";

    private static final String ONLY_PLAIN_IN_ATTRIBUTE =
            "=, where only a number's .raw, a date, a time or an address is safe";

    private static final String NOT_ALLOWED =
            "=, where no value is safe: put it into text, or into an attribute such as"
                    + " title, alt, class, content or data-…";

    private static final String WRITE_URL = "=, whose beginning is not known to be safe: begin it with href, url or"
            + " address, with https:// and a whole host, with mailto: or tel:, or with a path such as /blog/";

    /** An element that is open where the check is now. */
    private record Element(String name, boolean isForeign) {}

    private final Deque<Element> open = new ArrayDeque<>();
    private final byte[] html;
    private final HtmlTokenizer tokens;
    private final ValueMarks marks;

    private EscapingCheck(byte[] html, ValueMarks marks) {
        this.html = html;
        this.tokens = new HtmlTokenizer(html);
        this.marks = marks;
    }

    /**
     * Checks all values of a template.
     *
     * @param output what the template wrote in a {@link TemplateDryRun}, with marks for values
     * @param marks the values that the marks stand for
     * @throws MustacheException if a value stands in an unsafe place
     */
    static void check(String output, ValueMarks marks) {
        new EscapingCheck(output.getBytes(UTF_8), marks).check();
    }

    private void check() {
        int afterTag = 0;
        for (var token = tokens.next(); token != Token.END_OF_PAGE; token = tokens.next()) {
            text(afterTag, tokens.start());
            if (token == Token.START_TAG) {
                startTag();
            } else if (token == Token.END_TAG) {
                refuse(
                        tokens.start(),
                        tokens.end(),
                        Kind.NONE,
                        "would be part of an end tag: write the name of the tag itself");
                close(tokens.name());
            }
            afterTag = tokens.endOfRawText();
        }
        int unended = openTag(afterTag);
        text(afterTag, unended);
        refuse(unended, html.length, Kind.NONE, "stands in a tag or comment that the template does not end: end it");
    }

    /** The start of a tag or comment that never ends; the length of the HTML if there is none. */
    private int openTag(int from) {
        for (int i = ByteSearch.indexOf(html, '<', from);
                i + 1 < html.length;
                i = ByteSearch.indexOf(html, '<', i + 1)) {
            if (ByteSearch.isLetter(html[i + 1]) || html[i + 1] == '/' || html[i + 1] == '!') {
                return i;
            }
        }
        return html.length;
    }

    /** Text of SVG and MathML: in some elements it is a program or a style, with character references resolved. */
    private void text(int from, int to) {
        var element = open.peek();
        if (element != null && element.isForeign && !ValuePlaces.isForeignText(element.name)) {
            refuse(from, to, Kind.PLAIN, "stands in <" + element.name + ONLY_PLAIN);
        }
    }

    /** Closes the innermost element of this name, with all in it. An end tag without an element closes nothing. */
    private void close(String name) {
        if (open.stream().anyMatch(element -> element.name.equals(name))) {
            while (!open.pop().name.equals(name)) {
                // The elements in it end with it.
            }
        }
    }

    private void startTag() {
        int at = tokens.start();
        boolean isHttpEquiv = tokens.isNamed("meta") && tokens.attribute("http-equiv") >= 0;
        for (int i = 0; i < tokens.attributeCount(); i++) {
            int value = tokens.attributeValueStart(i);
            refuse(at, value, Kind.NONE, IN_NAME);
            at = value + tokens.attributeValue(i).length();
            attribute(tokens.attributeName(i), ValuePlaces.attribute(tokens.attributeName(i), isHttpEquiv), value, at);
        }
        refuse(at, tokens.end(), Kind.NONE, IN_NAME);
        var name = tokens.name();
        if (RawText.isRawText(name)
                && !tokens.inForeignContent()
                && !name.equals("textarea")
                && !name.equals("title")) {
            refuse(tokens.end(), tokens.endOfRawText(), Kind.PLAIN, "stands in <" + name + ONLY_PLAIN);
        }
        if (!tokens.inForeignContent() || !tokens.selfClosing()) {
            open.push(new Element(name, tokens.inForeignContent()));
        }
    }

    private void attribute(String name, ValuePlaces.Attribute place, int from, int to) {
        switch (place) {
            case TEXT -> {}
            case PLAIN, PROGRAM -> refuse(from, to, Kind.PLAIN, "stands in " + name + ONLY_PLAIN_IN_ATTRIBUTE);
            case URL -> url(name, from, to);
            case URLS -> {
                refuse(from, to, Kind.LINK, "stands in the URLs of " + name + "=: use href, url or address");
                url(name, from, to);
            }
            case NOTHING -> refuse(from, to, Kind.NONE, "stands in " + name + NOT_ALLOWED);
        }
        boolean quoted = html[from - 1] == '"' || html[from - 1] == '\'';
        if (!quoted) {
            refuse(from, to, Kind.PLAIN, "stands in an attribute without quotes: write " + name + "=\"…\"");
        }
    }

    /** A URL may begin with a link; or with a scheme and host, or a path, that the template writes itself. */
    private void url(String name, int from, int to) {
        int first = ValueMarks.next(html, from);
        if (first >= to) {
            return;
        }
        if (!literal(from, first).isBlank()) {
            if (!ValuePlaces.mayBegin(literal(from, first).strip())) {
                refuse(from, to, Kind.NONE, "stands in the URL of " + name + WRITE_URL);
            }
            return;
        }
        refuse(first, first + 1, Kind.LINK, "would begin the URL of " + name + "=: use href, url or address");
        // The link may be short: what follows it directly could still be a part of the host.
        for (int i = ValueMarks.next(html, first + 1); i < to; i = ValueMarks.next(html, i + 1)) {
            if (!ValuePlaces.endsHost(literal(ValueMarks.endOf(html, first), i))) {
                refuse(i, i + 1, Kind.LINK, "stands in the URL of " + name + "=, before any /, ? or #");
            }
        }
    }

    private String literal(int from, int to) {
        return new String(html, from, to - from, UTF_8);
    }

    /** Refuses all values in a range, except those of the allowed kind, or of a kind that is safe in more places. */
    private void refuse(int from, int to, Kind allowed, String problem) {
        for (int i = ValueMarks.next(html, from); i < to; i = ValueMarks.next(html, i + 1)) {
            var value = marks.valueAt(html, i);
            boolean isSafe = allowed != Kind.NONE && value.variable().kind().compareTo(allowed) >= 0;
            if (!isSafe) {
                throw new MustacheException("'" + value.name() + "' " + problem, value.context());
            }
        }
    }
}
