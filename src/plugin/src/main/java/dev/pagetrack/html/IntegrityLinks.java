package dev.pagetrack.html;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pagetrack.html.HtmlTokenizer.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds links to pages whose {@code integrity} attribute holds a hash of the page
 * (<a href="https://www.w3.org/TR/SRI/">Subresource Integrity</a>). Nearly all such attributes belong to scripts and
 * style sheets, so the attribute is looked for first, and the page is only read completely if one may link to a page.
 */
public final class IntegrityLinks {

    private static final String ATTRIBUTE = "integrity";

    /** How far a search steps if a byte is no letter of the attribute's name. */
    private static final byte[] STEPS = steps();

    private static final Pattern FILE = Pattern.compile(".*\\.(?!(?i:html?)$)[A-Za-z0-9]{1,6}$");

    private IntegrityLinks() {}

    /**
     * The addresses of these links as written.
     *
     * @param html the page; the array may be longer
     * @param length the length of the page
     */
    public static List<String> in(byte[] html, int length) {
        for (int at = next(html, length, 0); at >= 0; at = next(html, length, at + 1)) {
            if (mayLinkToPage(html, at)) {
                return all(Arrays.copyOf(html, length));
            }
        }
        return List.of();
    }

    /** The next mention of the attribute (Horspool's search); -1 if there is none. */
    private static int next(byte[] html, int length, int from) {
        int last = ATTRIBUTE.length() - 1;
        for (int end = from + last; end < length; end += STEPS[html[end] & 0xFF]) {
            if (ByteSearch.startsWithName(html, end - last, ATTRIBUTE)) {
                return end - last;
            }
        }
        return -1;
    }

    private static boolean mayLinkToPage(byte[] html, int mention) {
        int start = mention;
        while (start > 0 && html[start] != '<') {
            start--;
        }
        var tokens = new HtmlTokenizer(html);
        tokens.continueAt(start);
        return tokens.next() == Token.START_TAG && !address(tokens).isEmpty();
    }

    private static List<String> all(byte[] html) {
        var addresses = new ArrayList<String>();
        var tokens = new HtmlTokenizer(html);
        for (var token = tokens.next(); token != Token.END_OF_PAGE; token = tokens.next()) {
            var address = token == Token.START_TAG ? address(tokens) : "";
            if (!address.isEmpty()) {
                addresses.add(address);
            }
        }
        return addresses;
    }

    /** The address in a tag with the attribute; empty if it is that of another file than a page. */
    private static String address(HtmlTokenizer tag) {
        int src = tag.attribute("src");
        int at = src >= 0 ? src : tag.attribute("href");
        if (at < 0 || tag.attribute(ATTRIBUTE) < 0) {
            return "";
        }
        var address = new String(tag.attributeValue(at).getBytes(ISO_8859_1), UTF_8).replaceFirst("[?#].*", "");
        return FILE.matcher(address).matches() ? "" : address;
    }

    private static byte[] steps() {
        var steps = new byte[256];
        Arrays.fill(steps, (byte) ATTRIBUTE.length());
        for (int i = 0; i < ATTRIBUTE.length() - 1; i++) {
            byte step = (byte) (ATTRIBUTE.length() - 1 - i);
            steps[ATTRIBUTE.charAt(i)] = step;
            steps[Character.toUpperCase(ATTRIBUTE.charAt(i))] = step;
        }
        return steps;
    }
}
