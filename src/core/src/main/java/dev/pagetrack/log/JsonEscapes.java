package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The escape sequences of JSON strings.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259#section-7">RFC 8259, section 7</a>
 */
final class JsonEscapes {

    private static final String LETTERS = "\"\\/bfnrt";
    private static final String MEANINGS = "\"\\/\b\f\n\r\t";

    private JsonEscapes() {}

    /**
     * Whether a backslash and this byte are an escape sequence. {@code u}, which needs four more digits, is not
     * included.
     */
    static boolean isLetter(byte escaped) {
        return escaped >= 0 && LETTERS.indexOf(escaped) >= 0;
    }

    /** Unescapes a well-formed string to UTF-8; -1 if it holds an unpaired surrogate. */
    static int unescape(byte[] bytes, int from, int to) {
        int end = from;
        int at = from;
        while (at < to) {
            byte b = bytes[at++];
            if (b != '\\') {
                bytes[end++] = b;
            } else if (bytes[at] != 'u') {
                bytes[end++] = (byte) MEANINGS.charAt(LETTERS.indexOf(bytes[at++]));
            } else {
                int code = codePoint(bytes, at, to);
                if (code < 0) {
                    return -1;
                }
                at += code > Character.MAX_VALUE ? 11 : 5;
                end = encode(code, bytes, end);
            }
        }
        return end;
    }

    /** The code point of the escape sequence whose first {@code u} is at an index; -1 for an unpaired surrogate. */
    private static int codePoint(byte[] bytes, int at, int to) {
        int unit = Unescaper.hex(bytes, at + 1, 4, to);
        if (unit < Character.MIN_SURROGATE || unit > Character.MAX_SURROGATE) {
            return unit;
        }
        boolean pair = at + 6 < to && bytes[at + 5] == '\\' && bytes[at + 6] == 'u';
        int low = pair ? Unescaper.hex(bytes, at + 7, 4, to) : -1;
        return unit <= Character.MAX_HIGH_SURROGATE
                        && low >= Character.MIN_LOW_SURROGATE
                        && low <= Character.MAX_LOW_SURROGATE
                ? Character.toCodePoint((char) unit, (char) low)
                : -1;
    }

    private static int encode(int code, byte[] bytes, int at) {
        byte[] utf8 = Character.toString(code).getBytes(UTF_8);
        System.arraycopy(utf8, 0, bytes, at, utf8.length);
        return at + utf8.length;
    }
}
