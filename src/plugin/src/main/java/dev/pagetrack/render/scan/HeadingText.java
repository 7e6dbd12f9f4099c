package dev.pagetrack.render.scan;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The text of a heading as a reader sees it: without hidden text, and without links to the heading itself. */
final class HeadingText {

    /** What readers do not see. Class names are those of Bootstrap, WordPress, Foundation and others. */
    private static final String HIDDEN =
            "[hidden], [aria-hidden=true], [style~=(?i)display:\\s*none], svg, script, style,"
                    + " template, noscript, button, .visually-hidden, .visuallyhidden, .sr-only, .screen-reader-text,"
                    + " .screenreader-text, .assistive-text, .show-for-sr";

    private static final Pattern ANCHOR_CLASS = Pattern.compile(
            "(?i).*(?:anchor|permalink|headerlink|header-?link|heading-?link|hash-?link|direct-?link).*");

    private static final Pattern ANCHOR_TEXT =
            Pattern.compile("(?i)(?:permalink|permanent link|direct link|link to|anchor)\\b.*");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B\\u2060\\uFEFF\\u00AD]");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern ENDS = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

    private HeadingText() {}

    /**
     * The text of some HTML.
     *
     * @param html the content of a heading
     */
    static String of(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return oneLine(html);
        }
        var body = Jsoup.parseBodyFragment(html).body();
        body.select(HIDDEN).remove();
        for (var link : body.select("a[href*=#]")) {
            if (isLinkToHeading(link, body)) {
                link.remove();
            }
        }
        return oneLine(body.text());
    }

    /** A link that holds all of the heading's text is the heading. */
    private static boolean isLinkToHeading(Element link, Element heading) {
        var text = oneLine(link.text());
        if (!WORD.matcher(text).find()) {
            return true;
        }
        boolean named = ANCHOR_CLASS.matcher(link.className()).matches()
                || ANCHOR_TEXT.matcher(text).matches();
        return named && WORD.matcher(heading.text().replace(link.text(), "")).find();
    }

    /** Text without characters that nobody sees, and without space around it. No-break spaces in it stay. */
    static String oneLine(String text) {
        var visible = SPACE.matcher(INVISIBLE.matcher(text).replaceAll("")).replaceAll(" ");
        return ENDS.matcher(visible).replaceAll("");
    }
}
