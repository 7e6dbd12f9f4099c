package dev.pagetrack.html;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pagetrack.html.HtmlTokenizer.Token;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * The charset of a page: its text is read in it, and inserted text is written for it. A byte order mark counts first,
 * then a {@code meta} element, then an XML declaration. A page without any of them is UTF-8, as the HTML standard
 * requires of authors.
 *
 * @param charset the charset its text is read in
 */
public record PageCharset(Charset charset) {

    /** A declaration belongs in this many first bytes, but browsers find one anywhere in the head. */
    private static final int PRESCAN = 1024;

    private static final Pattern IN_CONTENT_TYPE = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\\s\"';]+)");

    private static final Pattern IN_XML_DECLARATION =
            Pattern.compile("<\\?xml\\s[^>]*encoding\\s*=\\s*[\"']([^\\s\"'>]+).*", Pattern.DOTALL);

    /** In this charset, a byte below 0x80 may be half of a character, so markup cannot be distinguished from text. */
    private static final String ISO_2022_JP = "ISO-2022-JP";

    public static PageCharset of(byte[] html) {
        if (ByteSearch.startsWith(html, 0, "\u00EF\u00BB\u00BF")) {
            return new PageCharset(UTF_8);
        }
        if (isUtf16(html)) {
            return new PageCharset(html[0] == -2 || html[0] == 0 ? UTF_16BE : UTF_16LE);
        }
        var label = declared(html);
        return new PageCharset(label.isEmpty() ? UTF_8 : CharsetLabel.charset(label));
    }

    /**
     * Whether a page begins like one in UTF-16, with a byte order mark or without: next to each ASCII byte is a zero.
     * Zeros that only follow the page in its array do not count.
     */
    public static boolean isUtf16(byte[] html) {
        return ByteSearch.startsWith(html, 0, "\u00FE\u00FF")
                || ByteSearch.startsWith(html, 0, "\u00FF\u00FE")
                || ByteSearch.startsWith(html, 0, "\0<\0")
                || (ByteSearch.startsWith(html, 0, "<\0") && html.length > 3 && html[2] != 0 && html[3] == 0);
    }

    /** A page in which ASCII bytes mean ASCII: the page itself, or its text converted to UTF-8. */
    public static byte[] readable(byte[] html) {
        var charset = of(html);
        return charset.problem()
                .map(any -> ('\uFEFF' + new String(html, charset.charset())).getBytes(UTF_8))
                .orElse(html);
    }

    /** The reason why a page in this charset cannot be filled; empty if it can. */
    public Optional<String> problem() {
        boolean asciiIsAscii =
                !charset.name().equals(ISO_2022_JP) && !charset.equals(UTF_16LE) && !charset.equals(UTF_16BE);
        return asciiIsAscii
                ? Optional.empty()
                : Optional.of("a page in " + charset.name().replaceFirst("[LB]E$", "")
                        + " cannot be filled: convert it to UTF-8");
    }

    /** The page with its ASCII text as plain ASCII bytes: for UTF-16, without the zeros in between. */
    public static byte[] ascii(byte[] html) {
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

    /** Text of the page, given as ISO-8859-1, one character for each byte. */
    public String text(String bytes) {
        return isAscii(bytes) ? bytes : new String(bytes.getBytes(ISO_8859_1), charset);
    }

    /** An attribute's value, given as ISO-8859-1, decoded and with its character references resolved. */
    public String attribute(String bytes) {
        var text = text(bytes);
        return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, true);
    }

    /** HTML as bytes for this page: a character that its charset may not have becomes a character reference. */
    public byte[] encode(String html) {
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

    /** The charset's label that a page declares in its head; empty if there is none. */
    private static String declared(byte[] html) {
        var tokens = new HtmlTokenizer(html);
        for (var token = tokens.next(); token != Token.END_OF_PAGE; token = tokens.next()) {
            if (token != Token.START_TAG) {
                continue;
            }
            var label = tokens.isNamed("meta") ? declared(tokens) : "";
            if (!label.isEmpty()) {
                return label;
            }
            if (tokens.start() >= PRESCAN && !ElementRules.mayStandInHead(tokens.name())) {
                break;
            }
        }
        var xml = IN_XML_DECLARATION.matcher(tokens.bytes(0, Math.min(html.length, PRESCAN)));
        return xml.matches() ? xml.group(1) : "";
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
}
