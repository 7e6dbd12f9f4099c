package dev.pagetrack.html;

import dev.pagetrack.html.HtmlTokenizer.Token;

/**
 * Finds the element {@code base} of a page. Relative links of such a page are relative to the address that the element
 * names. It belongs into the head, but browsers take it anywhere (HTML standard, 2.4.3, document base URL).
 */
public final class BaseElement {

    private BaseElement() {}

    /** Whether the page has such an element. */
    public static boolean isIn(byte[] html) {
        return ByteSearch.contains(html, "<base") && (isInHead(html) || isInBody(html));
    }

    private static boolean isInHead(byte[] html) {
        var tags = new HeadTags(html);
        while (tags.next()) {
            if (isBase(tags.tag())) {
                return true;
            }
        }
        return false;
    }

    /** Searches the whole page, but not what is text for a browser that runs scripts, or the content of a template. */
    private static boolean isInBody(byte[] html) {
        var tokens = new HtmlTokenizer(html);
        int inert = 0;
        for (var token = tokens.next(); token != Token.END_OF_PAGE; token = tokens.next()) {
            if (token == Token.COMMENT) {
                continue;
            }
            if (tokens.isNamed("template") || tokens.isNamed("noscript")) {
                inert = Math.max(0, inert + (token == Token.START_TAG ? 1 : -1));
            } else if (inert == 0 && token == Token.START_TAG && isBase(tokens)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBase(HtmlTokenizer tag) {
        return tag.isNamed("base") && !tag.inForeignContent() && tag.attribute("href") >= 0;
    }
}
