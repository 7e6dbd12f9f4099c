package dev.pagetrack.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** Percent-decoding of RFC 3986, section 2.1, on bytes and in place. */
public final class PercentDecoder {

    private PercentDecoder() {}

    /** Decodes text; empty if it has a {@code %} that begins no encoded byte, or does not decode to UTF-8. */
    public static Optional<String> decode(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        int length = decode(bytes, bytes.length);
        return length < 0 ? Optional.empty() : utf8(bytes, length);
    }

    /** Strict, where {@code new String} would put replacement characters and so give two texts one meaning. */
    static Optional<String> utf8(byte[] bytes, int length) {
        try {
            return Optional.of(
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /**
     * Decodes the first bytes of an array into that array.
     *
     * @return how many bytes are left, or -1 if a {@code %} is not followed by two hexadecimal digits
     */
    public static int decode(byte[] bytes, int length) {
        return decode(bytes, length, false);
    }

    /** Decodes as {@link #decode(byte[], int)}, but leaves what is not well-formed as it is. */
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
