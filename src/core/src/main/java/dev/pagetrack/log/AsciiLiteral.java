package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * A constant of at most 16 ASCII characters, which is compared with fields as one or two numbers. Each line is compared
 * with several constants. Without loops this is less work, and the JVM has much less to compile.
 */
public final class AsciiLiteral {

    private static final int MAX_LENGTH = 2 * Long.BYTES;

    final int length;

    /** Its first eight bytes; a shorter text is padded with zeros. */
    private final long first;

    /** Its last eight bytes, if it has more than eight. */
    private final long last;

    private AsciiLiteral(byte[] bytes) {
        length = bytes.length;
        first = ByteRanges.paddedLong(bytes, 0, length);
        last = length > Long.BYTES ? ByteRanges.longAt(bytes, length - Long.BYTES) : 0;
    }

    /**
     * Creates a constant.
     *
     * @throws IllegalArgumentException if the text has more than 16 characters
     */
    public static AsciiLiteral of(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(text);
        }
        return new AsciiLiteral(text.getBytes(US_ASCII));
    }

    /** Whether a range holds exactly this text. */
    boolean matches(byte[] bytes, int from, int to) {
        return to - from == length
                && ByteRanges.paddedLong(bytes, from, to) == first
                && (length <= Long.BYTES || ByteRanges.longAt(bytes, to - Long.BYTES) == last);
    }
}
