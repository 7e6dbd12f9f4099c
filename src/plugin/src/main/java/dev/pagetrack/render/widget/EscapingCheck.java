package dev.pagetrack.render.widget;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.mustachejava.MustacheException;
import dev.pagetrack.html.ByteSearch;
import dev.pagetrack.html.HtmlTokenizer;
import dev.pagetrack.html.HtmlTokenizer.Token;
import dev.pagetrack.html.RawText;
import dev.pagetrack.render.widget.Variables.Kind;
import java.util.Set;

/**
 * Refuses templates that put a value where it could become markup or script although it is escaped for HTML: in
 * scripts, styles and event handlers, at the beginning of a URL, in attributes without quotes, in names of tags and
 * attributes.
 */
final class EscapingCheck {

    /** Attributes that hold a URL, or several (HTML standard, index of attributes). */
    private static final Set<String> URLS = Set.of(
            "action",
            "archive",
            "background",
            "cite",
            "classid",
            "codebase",
            "data",
            "formaction",
            "href",
            "icon",
            "imagesrcset",
            "itemid",
            "longdesc",
            "manifest",
            "ping",
            "poster",
            "profile",
            "src",
            "srcset",
            "usemap",
            "xlink:href");

    private static final String IN_NAME =
            "would be part of the name of a tag or an attribute: put it into text or into a quoted attribute";

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
            if (token == Token.START_TAG) {
                startTag();
            } else if (token == Token.END_TAG) {
                refuse(
                        tokens.start(),
                        tokens.end(),
                        Kind.NONE,
                        "would be part of an end tag: write the name of the tag itself");
            }
            afterTag = tokens.endOfRawText();
        }
        int open = openTag(afterTag);
        refuse(open, html.length, Kind.NONE, "stands in a tag or comment that the template does not end: end it");
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

    private void startTag() {
        int at = tokens.start();
        for (int i = 0; i < tokens.attributeCount(); i++) {
            int value = tokens.attributeValueStart(i);
            refuse(at, value, Kind.NONE, IN_NAME);
            at = value + tokens.attributeValue(i).length();
            attribute(tokens.attributeName(i), value, at);
        }
        refuse(at, tokens.end(), Kind.NONE, IN_NAME);
        var name = tokens.name();
        if (RawText.isRawText(name)
                && !tokens.inForeignContent()
                && !name.equals("textarea")
                && !name.equals("title")) {
            refuse(
                    tokens.end(),
                    tokens.endOfRawText(),
                    Kind.PLAIN,
                    "stands in <" + name + ">, where only a number's .raw, a date, a time or an address is safe");
        }
    }

    private void attribute(String name, int from, int to) {
        if (name.startsWith("on") || name.equals("style") || name.equals("srcdoc")) {
            refuse(
                    from,
                    to,
                    Kind.PLAIN,
                    "stands in " + name + "=, where only a number's .raw, a date, a time or an address is safe");
        }
        boolean quoted = html[from - 1] == '"' || html[from - 1] == '\'';
        if (!quoted) {
            refuse(from, to, Kind.PLAIN, "stands in an attribute without quotes: write " + name + "=\"…\"");
        }
        if (URLS.contains(name) && from < to && ValueMarks.next(html, from) == from) {
            refuse(from, from + 1, Kind.LINK, "would begin the URL of " + name + "=: use href, url or address");
        }
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
