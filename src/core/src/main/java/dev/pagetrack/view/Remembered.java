package dev.pagetrack.view;

import dev.pagetrack.log.Bytes;
import java.util.Arrays;

/**
 * What was found out about the texts of a log, by their bytes. Those of a site are few and short and come again; those of
 * an attack do not fill the memory, however many and however long they are, nor make it slow: a text has only a few
 * places, and takes that of another when they are full.
 *
 * <p>Low-level because every line asks: a text that is known costs no String and no allocation.
 */
final class Remembered<T> {

    /** Nearly all paths, referrers and user agents are shorter. */
    static final int LENGTH = 500;

    /** How many places a text may have. */
    private static final int TRIED = 4;

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
        int hash = Bytes.hash(bytes, from, to);
        int free = -1;
        for (int i = 0; i < TRIED; i++) {
            int place = hash + i & places.length - 1;
            var known = places[place];
            if (known == null) {
                free = place;
                break;
            }
            if (known.is(hash, bytes, from, to)) {
                return known.found();
            }
        }
        var found = finding.of(bytes, from, to);
        if (to - from <= LENGTH) {
            int place = free < 0 ? hash & places.length - 1 : free;
            places[place] = new Known<>(hash, Arrays.copyOfRange(bytes, from, to), found);
        }
        return found;
    }
}
