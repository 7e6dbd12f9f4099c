package dev.pagetrack.page;

/** Percent-decoding of RFC 3986, section 2.1, on bytes and in place. */
public final class PercentDecoder {

    private PercentDecoder() {}

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
