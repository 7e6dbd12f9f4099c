package dev.pagetrack.view;

import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * What was found out about the texts of a log, by their bytes. Those of a site are few and short and come again; those of
 * an attack do not fill the memory, however many and however long they are, nor make it slow: each text has two places,
 * and takes that of the one which has been there longer.
 *
 * <p>Low-level because every line asks: a text that is known costs no String and no allocation.
 */
final class Remembered<T> {

    /** Nearly all paths, referrers and user agents are shorter. */
    static final int LENGTH = 500;

    /** Finds out about a text that is not known. */
    @FunctionalInterface
    interface Finding<T> {
        T of(byte[] bytes, int from, int to);
    }

    @SuppressWarnings("ArrayRecordComponent") // private, never compared
    private record Known<T>(int hash, byte[] text, T found) {

        boolean is(int hash, byte[] bytes, int from, int to) {
            return this.hash == hash && Arrays.equals(text, 0, text.length, bytes, from, to);
        }
    }

    private final Finding<T> finding;
    private final Known<T>[] places;

    /** Computed by the processor's own instructions, in interpreted code, too, and evenly spread. */
    private final CRC32 hash = new CRC32();

    /**
     * Knows nothing yet.
     *
     * @param places how many texts at most, a power of two
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Remembered(int places, Finding<T> finding) {
        this.places = new Known[places];
        this.finding = finding;
    }

    /** What is known about the text {@code bytes[from, to)}, found out now if nothing is. */
    T get(byte[] bytes, int from, int to) {
        hash.reset();
        hash.update(bytes, from, to - from);
        int hash = (int) this.hash.getValue();
        int place = hash & places.length - 1;
        var known = places[place];
        if (known == null || known.hash != hash) {
            known = places[place ^ 1];
        }
        return known != null && known.is(hash, bytes, from, to) ? known.found : find(hash, bytes, from, to);
    }

    private T find(int hash, byte[] bytes, int from, int to) {
        var found = finding.of(bytes, from, to);
        if (to - from <= LENGTH) {
            int place = hash & places.length - 1;
            places[place ^ 1] = places[place];
            places[place] = new Known<>(hash, Arrays.copyOfRange(bytes, from, to), found);
        }
        return found;
    }
}
