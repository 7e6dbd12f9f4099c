package dev.pagetrack.log;

/** Reverses the escaping of a log format. An unescaped value is never longer than the escaped one. */
@FunctionalInterface
interface Unescaper {

    /**
     * Unescapes a value in place.
     *
     * @return where the value ends now, or -1 if an escape sequence is invalid
     */
    int unescape(byte[] bytes, int from, int to);

    /** The value of some hexadecimal digits, or -1 if they are not digits or not before {@code to}. */
    static int hex(byte[] bytes, int from, int digits, int to) {
        if (from + digits > to) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            // Bytes from 128 on are negative here and not digits; Character.digit must not get them.
            int digit = bytes[i] < 0 ? -1 : Character.digit(bytes[i], 16);
            if (digit < 0) {
                return -1;
            }
            number = number << 4 | digit;
        }
        return number;
    }
}
