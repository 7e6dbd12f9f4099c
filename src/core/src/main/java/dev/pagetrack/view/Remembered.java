package dev.pagetrack.view;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What was found out about the texts of a log. Those of a site are few and short and come again; those of an attack do
 * not fill the memory, however many and however long they are.
 */
final class Remembered<T> {

    static final int TEXTS = 20_000;

    /** Nearly all user agents are shorter, and nearly all paths. 20,000 of them take some 10 MB. */
    static final int LENGTH = 500;

    private final Map<String, T> known = new HashMap<>();

    /** What is known about a text, found out now if nothing is. */
    T get(String text, Supplier<T> finding) {
        var found = known.get(text);
        if (found == null) {
            found = finding.get();
            if (text.length() <= LENGTH) {
                put(text, found);
            }
        }
        return found;
    }

    private void put(String text, T found) {
        if (known.size() >= TEXTS) {
            known.clear();
        }
        known.put(text, found);
    }
}
