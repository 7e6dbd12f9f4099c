package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * A text of at most 16 ASCII characters that fields are compared with as one number or two. Every line is compared with
 * several; without loops there is less to do, and much less for the JVM to compile.
 */
public final class AsciiLiteral {

    private static final int MAX_LENGTH = 2 * Long.BYTES;

    final int length;

    /** Its first eight bytes; what is shorter is filled up with zeros. */
    private final long first;

    /** Its last eight bytes, where it has more than eight. */
    private final long last;

    private AsciiLiteral(byte[] bytes) {
        length = bytes.length;
        first = ByteRanges.paddedLong(bytes, 0, length);
        last = length > Long.BYTES ? ByteRanges.longAt(bytes, length - Long.BYTES) : 0;
    }

    /**
     * A text to compare with.
     *
     * @throws IllegalArgumentException if it is longer
     */
    public static AsciiLiteral of(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(text);
        }
        return new AsciiLiteral(text.getBytes(US_ASCII));
    }

    /** Whether a range holds exactly this text. */
    boolean is(byte[] bytes, int from, int to) {
        return to - from == length
                && ByteRanges.paddedLong(bytes, from, to) == first
                && (length <= Long.BYTES || ByteRanges.longAt(bytes, to - Long.BYTES) == last);
    }
}
