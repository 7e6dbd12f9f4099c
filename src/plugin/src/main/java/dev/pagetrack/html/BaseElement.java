package dev.pagetrack.html;

import dev.pagetrack.html.HtmlTokenizer.Token;

/** Tells whether relative links in a page are relative to an address that its head names, by an element {@code base}. */
public final class BaseElement {

    private BaseElement() {}

    /**
     * Whether the page has one.
     *
     * @param body where an element stands in the page that cannot stand in a head, so that no head is behind it
     */
    public static boolean isIn(byte[] html, int body) {
        return ByteSearch.contains(html, body, "<base") && isIn(html);
    }

    /** Whether the page has one. */
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
