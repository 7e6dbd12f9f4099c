package dev.pagetrack.render;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pagetrack.render.HtmlTokenizer.Token;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * The charset of a page, which decides how its text is read and how ours is written. A byte order mark is believed before
 * a {@code meta} element, and without either a page is UTF-8, as the HTML standard asks authors to make it.
 *
 * @param charset the charset its text is read in
 */
record PageCharset(Charset charset) {

    /** The standard looks no further for a declaration. */
    private static final int PRESCAN = 1024;

    private static final Pattern IN_CONTENT_TYPE = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\\s\"';]+)");

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    static PageCharset of(byte[] html) {
        if (html.length > 2 && (html[0] & 0xFF) == 0xEF && (html[1] & 0xFF) == 0xBB && (html[2] & 0xFF) == 0xBF) {
            return new PageCharset(UTF_8);
        }
        var tokens = new HtmlTokenizer(html);
        for (var token = tokens.next(); token != Token.END_OF_PAGE && tokens.start() < PRESCAN; token = tokens.next()) {
            if (token == Token.START_TAG && tokens.isNamed("meta")) {
                var label = declared(tokens);
                if (!label.isEmpty()) {
                    return new PageCharset(named(label));
                }
            }
        }
        return new PageCharset(UTF_8);
    }

    /** Whether a page begins as UTF-16 does, where no ASCII byte stands alone. */
    static boolean isUtf16(byte[] html) {
        return html.length > 1 && ((html[0] == -2 && html[1] == -1) || (html[0] == -1 && html[1] == -2));
    }

    /** A page with its ASCII text as ASCII: in UTF-16 it has zeros in between. */
    static byte[] ascii(byte[] html) {
        if (!isUtf16(html)) {
            return html;
        }
        var ascii = new byte[html.length];
        int length = 0;
        for (byte b : html) {
            if (b != 0) {
                ascii[length++] = b;
            }
        }
        return Arrays.copyOf(ascii, length);
    }

    /** Text of the page, given byte for byte as ISO-8859-1. */
    String text(String bytes) {
        return isAscii(bytes) ? bytes : new String(bytes.getBytes(ISO_8859_1), charset);
    }

    /** An attribute's value, given byte for byte as ISO-8859-1, with its character references resolved. */
    String attribute(String bytes) {
        var text = text(bytes);
        return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, true);
    }

    /** HTML as bytes of this page: what its charset may not hold becomes a character reference. */
    byte[] encode(String html) {
        return charset.equals(UTF_8) || isAscii(html)
                ? html.getBytes(UTF_8)
                : references(html).getBytes(US_ASCII);
    }

    private static String references(String html) {
        var ascii = new StringBuilder();
        html.codePoints().forEach(c -> {
            if (c < 0x80) {
                ascii.append((char) c);
            } else {
                ascii.append("&#").append(c).append(';');
            }
        });
        return ascii.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String declared(HtmlTokenizer meta) {
        int charset = meta.attribute("charset");
        if (charset >= 0) {
            return meta.attributeValue(charset).strip();
        }
        int content = meta.attribute("content");
        int equiv = meta.attribute("http-equiv");
        if (content >= 0 && equiv >= 0 && meta.attributeValue(equiv).strip().equalsIgnoreCase("content-type")) {
            var matcher = IN_CONTENT_TYPE.matcher(meta.attributeValue(content));
            return matcher.find() ? matcher.group(1) : "";
        }
        return "";
    }

    /** An ASCII page that says UTF-16 cannot be; Latin 1 and unknown labels are read as browsers read Latin 1. */
    private static Charset named(String label) {
        var name = label.toLowerCase(Locale.ROOT);
        if (name.startsWith("utf-8") || name.equals("utf8") || name.startsWith("utf-16")) {
            return UTF_8;
        }
        try {
            var charset = Charset.forName(name);
            return charset.equals(ISO_8859_1) || charset.equals(US_ASCII) ? WINDOWS_1252 : charset;
        } catch (IllegalArgumentException e) {
            return WINDOWS_1252;
        }
    }
}
