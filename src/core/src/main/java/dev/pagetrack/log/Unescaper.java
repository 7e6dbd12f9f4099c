package dev.pagetrack.log;

/** How a format writes bytes that would break its lines. What is unescaped is never longer than what stood there. */
@FunctionalInterface
interface Unescaper {

    /**
     * Unescapes a value in place.
     *
     * @return where it ends now, or -1 if an escape means nothing
     */
    int unescape(byte[] bytes, int from, int to);

    /** A hexadecimal number of so many digits, or -1. */
    static int hex(byte[] bytes, int from, int digits, int to) {
        if (from + digits > to) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            // Not Character.digit of a byte alone: bytes from 128 on are negative, and no digits.
            int digit = bytes[i] < 0 ? -1 : Character.digit(bytes[i], 16);
            if (digit < 0) {
                return -1;
            }
            number = number << 4 | digit;
        }
        return number;
    }
}
