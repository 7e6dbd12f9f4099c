package dev.pagetrack.view;

import dev.pagetrack.log.ByteRanges;
import java.util.Arrays;

/**
 * Caches a result for each of the texts in a log; the keys are ranges of bytes. A site has few texts, which are short
 * and recur. An attack may send many long ones, but they can neither fill the memory nor slow the cache down: it is a
 * two-way cache, in which a new text replaces the older one of two entries, and it does not store long texts.
 *
 * <p>Low-level because every line uses it: a hit creates no String and allocates nothing.
 */
final class ByteCache<T> {

    /** Longer texts are not stored. Nearly all paths, referrers and user agents are shorter. */
    static final int MAX_LENGTH = 500;

    /** Computes the result for a text that is not in the cache. */
    @FunctionalInterface
    interface Loader<T> {
        T of(byte[] bytes, int from, int to);
    }

    @SuppressWarnings("ArrayRecordComponent") // private, never compared
    private record Entry<T>(long hash, byte[] text, T result) {}

    /** A multiplier from xxHash: odd, with evenly distributed bits. */
    private static final long PRIME = 0x9E37_79B1_85EB_CA87L;

    private static final int ROTATION = 31;

    private final Loader<T> loader;
    private final Entry<T>[] entries;

    /**
     * Creates an empty cache.
     *
     * @param size the maximum number of texts, a power of two
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    ByteCache(int size, Loader<T> loader) {
        this.entries = new Entry[size];
        this.loader = loader;
    }

    /**
     * The result for the text {@code bytes[from, to)}, from the cache or computed now.
     *
     * <p>This is one long method on purpose, like {@link ViewFinder#decide}: otherwise the JVM would compile it again
     * into each of its callers, together with the loader, which is called rarely but at first always.
     */
    T get(byte[] bytes, int from, int to) {
        int length = to - from;
        // Two independent hashes, so that a multiplication need not wait for the one before.
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
        int index = (int) hash & entries.length - 1;
        for (int i = index; i >= 0; i = i == index ? index ^ 1 : -1) {
            var entry = entries[i];
            if (entry != null && entry.hash == hash && entry.text.length == length) {
                byte[] text = entry.text;
                int same = 0;
                while (same <= length - Long.BYTES
                        && ByteRanges.longAt(text, same) == ByteRanges.longAt(bytes, from + same)) {
                    same += Long.BYTES;
                }
                while (same < length && text[same] == bytes[from + same]) {
                    same++;
                }
                if (same == length) {
                    return entry.result;
                }
            }
        }
        var result = loader.of(bytes, from, to);
        if (length <= MAX_LENGTH) {
            entries[index ^ 1] = entries[index];
            entries[index] = new Entry<>(hash, Arrays.copyOfRange(bytes, from, to), result);
        }
        return result;
    }
}
