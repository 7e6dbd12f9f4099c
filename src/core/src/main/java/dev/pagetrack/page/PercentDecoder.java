package dev.pagetrack.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** Decodes percent-encoding (RFC 3986, section 2.1), in place in a byte array. */
public final class PercentDecoder {

    private PercentDecoder() {}

    /** Decodes text. Empty if two hexadecimal digits do not follow each {@code %}, or if the result is not UTF-8. */
    public static Optional<String> decode(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        int length = decode(bytes, bytes.length);
        return length < 0 ? Optional.empty() : utf8(bytes, length);
    }

    /**
     * Empty if the bytes are not UTF-8. {@code new String} would insert replacement characters: two texts could look
     * alike.
     */
    static Optional<String> utf8(byte[] bytes, int length) {
        try {
            return Optional.of(
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /**
     * Decodes the first bytes of an array in place.
     *
     * @return the decoded length, or -1 if a {@code %} is not followed by two hexadecimal digits
     */
    public static int decode(byte[] bytes, int length) {
        return decode(bytes, length, false);
    }

    /** Decodes like {@link #decode(byte[], int)}, but keeps a {@code %} that two hexadecimal digits do not follow. */
    public static int decodeLeniently(byte[] bytes, int length) {
        return decode(bytes, length, true);
    }

    private static int decode(byte[] bytes, int length, boolean lenient) {
        int to = 0;
        for (int from = 0; from < length; from++) {
            byte b = bytes[from];
            if (b == '%') {
                int decoded = from + 2 < length ? hex(bytes[from + 1]) << 4 | hex(bytes[from + 2]) : -1;
                if (decoded >= 0) {
                    b = (byte) decoded;
                    from += 2;
                } else if (!lenient) {
                    return -1;
                }
            }
            bytes[to++] = b;
        }
        return to;
    }

    /** The value of a hexadecimal digit; a negative number with all high bits set for any other byte. */
    private static int hex(byte b) {
        if (b >= '0' && b <= '9') {
            return b - '0';
        }
        int letter = b | 0x20;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }
}
