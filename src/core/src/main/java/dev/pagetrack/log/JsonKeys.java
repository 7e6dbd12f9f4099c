package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Maps JSON keys to fields. The objects of one log have the same keys in the same order, so a key is first compared
 * with the key at the same index of the line before. This avoids a String for each of some thirty keys in millions of
 * lines.
 */
final class JsonKeys {

    /** CloudFront has some 70 fields. Keys beyond this index are looked up each time. */
    private static final int MAX_CACHED = 128;

    @SuppressWarnings("ArrayRecordComponent") // private, never compared
    private record Key(byte[] name, @Nullable Field field) {}

    private final List<Key> keys = new ArrayList<>();

    /**
     * The field of a key, or null if pagetrack does not use that key.
     *
     * @param index the position of the key in its object, from 0
     */
    @Nullable
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
        } else if (index < MAX_CACHED && index == keys.size()) {
            keys.add(key);
        }
        return key.field;
    }

    private static Key lookUp(byte[] name) {
        byte[] unescaped = name.clone();
        int length = JsonEscapes.unescape(unescaped, 0, unescaped.length);
        var field = length < 0 ? null : CloudFrontFields.byName(new String(unescaped, 0, length, UTF_8));
        return new Key(name, field);
    }
}
