package dev.pagetrack.render;

import java.util.Arrays;

/**
 * Tells quickly that a page holds no marker: the word that all markers share does not occur in it. The search skips ahead
 * by the length of the word (Horspool), so it looks at one byte of nine.
 */
final class Prefilter {

    private static final String WORD = "pagetrack";
    private static final byte[] SKIP = skips();

    private Prefilter() {}

    static boolean mayHoldMarker(byte[] html) {
        if (PageCharset.isUtf16(html)) {
            return holdsWord(withoutZeros(html));
        }
        return holdsWord(html);
    }

    private static boolean holdsWord(byte[] html) {
        int last = WORD.length() - 1;
        for (int i = last; i < html.length; i += SKIP[html[i] & 0xFF]) {
            if (Bytes.lower(html[i]) == WORD.charAt(last) && Bytes.startsWithName(html, i - last, WORD)) {
                return true;
            }
        }
        return false;
    }

    /** ASCII text in UTF-16 is ASCII with zeros in between. */
    private static byte[] withoutZeros(byte[] html) {
        var others = new byte[html.length];
        int length = 0;
        for (byte b : html) {
            if (b != 0) {
                others[length++] = b;
            }
        }
        return Arrays.copyOf(others, length);
    }

    private static byte[] skips() {
        var skips = new byte[256];
        Arrays.fill(skips, (byte) WORD.length());
        for (int i = 0; i < WORD.length() - 1; i++) {
            byte skip = (byte) (WORD.length() - 1 - i);
            skips[WORD.charAt(i)] = skip;
            skips[Character.toUpperCase(WORD.charAt(i))] = skip;
        }
        return skips;
    }
}
