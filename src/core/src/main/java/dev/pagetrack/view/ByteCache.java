package dev.pagetrack.view;

import dev.pagetrack.log.ByteRanges;
import java.util.Arrays;

/**
 * What was found out about the texts of a log, by their bytes. Those of a site are few and short and come again; those of
 * an attack do not fill the memory, however many and however long they are, nor make it slow: each text has two places,
 * and takes that of the one which has been there longer.
 *
 * <p>Low-level because every line asks: a text that is known costs no String and no allocation.
 */
final class ByteCache<T> {

    /** Nearly all paths, referrers and user agents are shorter. */
    static final int LENGTH = 500;

    /** Finds out about a text that is not known. */
    @FunctionalInterface
    interface Finding<T> {
        T of(byte[] bytes, int from, int to);
    }

    @SuppressWarnings("ArrayRecordComponent") // private, never compared
    private record Known<T>(long hash, byte[] text, T found) {}

    /** Of xxHash; odd, and its bits are evenly spread. */
    private static final long PRIME = 0x9E37_79B1_85EB_CA87L;

    private static final int ROTATION = 31;

    private final Finding<T> finding;
    private final Known<T>[] places;

    /**
     * Knows nothing yet.
     *
     * @param places how many texts at most, a power of two
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    ByteCache(int places, Finding<T> finding) {
        this.places = new Known[places];
        this.finding = finding;
    }

    /**
     * What is known about the text {@code bytes[from, to)}, found out now if nothing is.
     *
     * <p>In one piece on purpose, as {@link ViewFinder#decide}: with finding out, which is seldom but first, it would be
     * compiled into each of those that ask.
     */
    T get(byte[] bytes, int from, int to) {
        int length = to - from;
        // Two at a time: a multiplication need not wait for the one before.
        long even = length;
        long odd = 0;
        int at = from;
        for (int last = to - 2 * Long.BYTES + 1; at < last; at += 2 * Long.BYTES) {
            even = Long.rotateLeft((even ^ ByteRanges.longAt(bytes, at)) * PRIME, ROTATION);
            odd = Long.rotateLeft((odd ^ ByteRanges.longAt(bytes, at + Long.BYTES)) * PRIME, ROTATION);
        }
        even = Long.rotateLeft((even ^ ByteRanges.paddedLong(bytes, at, to)) * PRIME, ROTATION);
        odd ^= at + Long.BYTES < to ? ByteRanges.paddedLong(bytes, at + Long.BYTES, to) : 0;
        long hash = (even ^ odd * PRIME) * PRIME;
        hash ^= hash >>> ROTATION;
        int place = (int) hash & places.length - 1;
        for (int i = place; i >= 0; i = i == place ? place ^ 1 : -1) {
            var known = places[i];
            if (known != null && known.hash == hash && known.text.length == length) {
                byte[] text = known.text;
                int same = 0;
                while (same <= length - Long.BYTES && ByteRanges.longAt(text, same) == ByteRanges.longAt(bytes, from + same)) {
                    same += Long.BYTES;
                }
                while (same < length && text[same] == bytes[from + same]) {
                    same++;
                }
                if (same == length) {
                    return known.found;
                }
            }
        }
        var found = finding.of(bytes, from, to);
        if (length <= LENGTH) {
            places[place ^ 1] = places[place];
            places[place] = new Known<>(hash, Arrays.copyOfRange(bytes, from, to), found);
        }
        return found;
    }
}
