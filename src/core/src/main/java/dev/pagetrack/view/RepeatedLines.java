package dev.pagetrack.view;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Numbers equal lines of one second, for records without an id: two readers can ask for one page in one second. Kept
 * within a sliding hour, which bounds the memory; logs are sorted to within minutes.
 */
final class RepeatedLines {

    private static final long KEPT_SECONDS = 3600;

    private final TreeMap<Long, Map<BigInteger, Integer>> seconds = new TreeMap<>();

    /** How many equal lines of that second were seen before. */
    int ordinal(long second, BigInteger line) {
        var lines = seconds.computeIfAbsent(second, any -> new HashMap<>());
        int seen = lines.merge(line, 1, Integer::sum);
        seconds.headMap(seconds.lastKey() - KEPT_SECONDS).clear();
        return seen - 1;
    }
}
