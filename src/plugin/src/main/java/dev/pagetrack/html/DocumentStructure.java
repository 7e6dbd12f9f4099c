package dev.pagetrack.html;

import dev.pagetrack.html.HtmlTokenizer.Token;

/**
 * Tells HTML documents from files that only have the name of one: an empty file, the plain text by which a search
 * engine verifies the owner of a site, or a fragment that a script puts into pages.
 */
public final class DocumentStructure {

    private static final String[] NAMES = {"html", "head", "body", "title", "meta", "frameset", "h1"};

    private DocumentStructure() {}

    /** Whether a file has a doctype, or an element that only a whole document has. The tags of most are optional. */
    public static boolean isDocument(byte[] html) {
        var tokens = new HtmlTokenizer(html);
        int before = 0;
        for (var token = tokens.next(); token != Token.END_OF_PAGE; token = tokens.next()) {
            if (token == Token.START_TAG && tokens.foreignDepth() == 0) {
                for (var name : NAMES) {
                    if (tokens.isNamed(name)) {
                        return true;
                    }
                }
            }
            if (hasDoctype(html, before, tokens.start())) {
                return true;
            }
            before = tokens.endOfRawText();
        }
        return hasDoctype(html, before, html.length);
    }

    private static boolean hasDoctype(byte[] html, int from, int to) {
        int i = ByteSearch.indexOf(html, '<', from);
        while (i < to) {
            if (ByteSearch.startsWithName(html, i, "<!doctype")) {
                return true;
            }
            i = ByteSearch.indexOf(html, '<', i + 1);
        }
        return false;
    }
}
