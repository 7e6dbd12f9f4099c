package dev.pagetrack.render.marker;

import dev.pagetrack.html.ByteSearch;
import java.util.Arrays;

/**
 * Finds the places in a page where a marker may begin or end: each occurrence ("mention") of the word that all markers
 * contain. Most pages of a site have none. In the others, the tokenizer can skip most of what precedes a mention, and
 * all that follows the last marker.
 *
 * <p>The word has nine letters, so one of its eight pairs of adjacent letters begins at a multiple of eight. All these
 * pairs differ. So it is enough to look up one pair in each eight bytes; a pair that occurs in the word says where the
 * word would begin. This reads 5 GB a second, where the tokenizer reads 1 GB. The step never depends on what was read,
 * so the processor need not wait for one byte before it loads the next.
 */
public final class Prefilter {

    private static final String WORD = "pagetrack";

    private static final int STEP = WORD.length() - 1;

    /** The bits that distinguish letters and ignore their case. Other characters may look like letters. */
    private static final int LETTER = 0x1F;

    private static final int LETTER_BITS = 5;

    private static final byte[] PAIRS = pairs();
    private static final int[] NONE = {};

    private Prefilter() {}

    /**
     * The offsets at which the word begins, in any case, in ascending order. It is not found in UTF-16, which has zero
     * bytes between the letters.
     */
    public static int[] mentions(byte[] html) {
        return mentions(html, html.length);
    }

    /** The same for a page whose length is less than that of the array. */
    public static int[] mentions(byte[] html, int length) {
        int end = length - 1;
        var found = NONE;
        int count = 0;
        for (int i = pairOrEnd(html, 0, end); i < end; i = pairOrEnd(html, i + STEP, end)) {
            int begin = i - (PAIRS[pair(html[i], html[i + 1])] - 1);
            if (begin >= 0 && begin + WORD.length() <= length && ByteSearch.startsWithName(html, begin, WORD)) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, Math.max(8, 2 * count));
                }
                found[count++] = begin;
            }
        }
        return count == found.length ? found : Arrays.copyOf(found, count);
    }

    /**
     * The first offset, in steps from {@code from} on, at which there may be a pair of the word. If there is none,
     * {@code end} or more.
     */
    private static int pairOrEnd(byte[] html, int from, int end) {
        int i = from;
        while (i < end && PAIRS[pair(html[i], html[i + 1])] == 0) {
            i += STEP;
        }
        return i;
    }

    private static int pair(int first, int second) {
        return ((first & LETTER) << LETTER_BITS) | (second & LETTER);
    }

    /** For each pair of letters, its position in the word, counted from 1; 0 if it is not in the word. */
    private static byte[] pairs() {
        var pairs = new byte[1 << (2 * LETTER_BITS)];
        for (int i = 0; i < STEP; i++) {
            pairs[pair(WORD.charAt(i), WORD.charAt(i + 1))] = (byte) (i + 1);
        }
        return pairs;
    }
}
