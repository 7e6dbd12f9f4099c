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
 * The charset of a page, which decides how its text is read and how ours is written. A byte order mark is believed before
 * a {@code meta} element, that before an XML declaration, and without any a page is UTF-8, as the HTML standard asks
 * authors to make it.
 *
 * @param charset the charset its text is read in
 */
public record PageCharset(Charset charset) {

    /** A declaration belongs into so many bytes, but browsers find one anywhere in the head. */
    private static final int PRESCAN = 1024;

    private static final Pattern IN_CONTENT_TYPE = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\\s\"';]+)");

    private static final Pattern IN_XML_DECLARATION =
            Pattern.compile("<\\?xml\\s[^>]*encoding\\s*=\\s*[\"']([^\\s\"'>]+).*", Pattern.DOTALL);

    /** Where a byte below 0x80 may be half of a character, markup cannot be told from text. */
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
     * Whether a page begins as UTF-16 does, where no ASCII byte stands alone; with a byte order mark or without. Zeros that
     * follow a page make none of it.
     */
    public static boolean isUtf16(byte[] html) {
        return ByteSearch.startsWith(html, 0, "\u00FE\u00FF")
                || ByteSearch.startsWith(html, 0, "\u00FF\u00FE")
                || ByteSearch.startsWith(html, 0, "\0<\0")
                || (ByteSearch.startsWith(html, 0, "<\0") && html.length > 3 && html[2] != 0 && html[3] == 0);
    }

    /** A page in which ASCII bytes mean ASCII: itself, or what it says in UTF-8. */
    public static byte[] readable(byte[] html) {
        var charset = of(html);
        return charset.whyNotFilled()
                .map(any -> ('\uFEFF' + new String(html, charset.charset())).getBytes(UTF_8))
                .orElse(html);
    }

    /** Why nothing can be put into a page in this charset; empty if something can. */
    public Optional<String> whyNotFilled() {
        boolean asciiIsAscii =
                !charset.name().equals(ISO_2022_JP) && !charset.equals(UTF_16LE) && !charset.equals(UTF_16BE);
        return asciiIsAscii
                ? Optional.empty()
                : Optional.of("a page in " + charset.name().replaceFirst("[LB]E$", "")
                        + " cannot be filled: convert it to UTF-8");
    }

    /** A page with its ASCII text as ASCII: in UTF-16 it has zeros in between. */
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

    /** Text of the page, given byte for byte as ISO-8859-1. */
    public String text(String bytes) {
        return isAscii(bytes) ? bytes : new String(bytes.getBytes(ISO_8859_1), charset);
    }

    /** An attribute's value, given byte for byte as ISO-8859-1, with its character references resolved. */
    public String attribute(String bytes) {
        var text = text(bytes);
        return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, true);
    }

    /** HTML as bytes of this page: what its charset may not hold becomes a character reference. */
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

    /** The label of a charset in the head of a page; empty if there is none. */
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
