package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The fields of JSON keys. Objects of one log have the same keys in the same order, so a key is first compared with the
 * one that stood in its place before: no String for each of some thirty keys of each of millions of lines.
 */
final class JsonKeys {

    /** CloudFront has some 70 fields; what comes after so many is looked up each time. */
    private static final int REMEMBERED = 128;

    @SuppressWarnings("ArrayRecordComponent") // private, never compared
    private record Key(byte[] name, Field field) {}

    private final List<Key> keys = new ArrayList<>();

    /**
     * The field of a key, or null for one that does not matter.
     *
     * @param index the key's place in its object
     */
    Field field(int index, byte[] bytes, int from, int to) {
        if (index < keys.size()) {
            var known = keys.get(index);
            if (Arrays.equals(known.name, 0, known.name.length, bytes, from, to)) {
                return known.field;
            }
        }
        var key = lookUp(Arrays.copyOfRange(bytes, from, to));
        if (index < keys.size()) {
            keys.set(index, key);
        } else if (index < REMEMBERED && index == keys.size()) {
            keys.add(key);
        }
        return key.field;
    }

    private static Key lookUp(byte[] name) {
        byte[] unescaped = name.clone();
        int length = JsonEscapes.unescape(unescaped, 0, unescaped.length);
        var field = length < 0 ? null : CloudFrontFields.named(new String(unescaped, 0, length, UTF_8));
        return new Key(name, field);
    }
}
