package dev.pagetrack.html;

import dev.pagetrack.html.HtmlTokenizer.Token;

/**
 * Finds the element {@code base} in the head of a page. Relative links of such a page are relative to the address that
 * the element names.
 */
public final class BaseElement {

    private BaseElement() {}

    /**
     * Whether the page has such an element.
     *
     * @param body the index of an element that cannot stand in a head, so the head ends before it
     */
    public static boolean isIn(byte[] html, int body) {
        return ByteSearch.contains(html, body, "<base") && isIn(html);
    }

    /** Whether the page has such an element. */
    public static boolean isIn(byte[] html) {
        var tokens = new HtmlTokenizer(html);
        for (var token = tokens.next(); token != Token.END_OF_PAGE; token = tokens.next()) {
            if (token == Token.START_TAG) {
                if (tokens.isNamed("base") && tokens.attribute("href") >= 0) {
                    return true;
                }
                if (!ElementRules.mayStandInHead(tokens.name())) {
                    return false;
                }
            }
        }
        return false;
    }
}
