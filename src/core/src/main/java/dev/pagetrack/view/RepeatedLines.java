package dev.pagetrack.view;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Numbers equal lines of the same second, for logs without request ids: two readers can request the same page in the
 * same second. It keeps the lines of the last hour only, which limits the memory. That is enough, because the lines of
 * a log are out of order by minutes at most.
 */
final class RepeatedLines {

    private static final long KEPT_SECONDS = 3600;

    private final TreeMap<Long, Map<BigInteger, Integer>> seconds = new TreeMap<>();

    /** How many equal lines of this second came before. */
    int ordinal(long second, BigInteger line) {
        var lines = seconds.computeIfAbsent(second, any -> new HashMap<>());
        int seen = lines.merge(line, 1, Integer::sum);
        seconds.headMap(seconds.lastKey() - KEPT_SECONDS).clear();
        return seen - 1;
    }
}
