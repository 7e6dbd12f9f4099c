package dev.pagetrack.view;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Numbers equal lines of a log without request ids: two readers can request the same page in the same second. It knows
 * the lines that it was asked for last, whatever their times, because the times of a log may run backwards, and a single
 * wrong clock may write any time. Their number limits the memory to some 15 MB. Equal lines that are further apart are
 * of the same second, so a second would need more views than that.
 */
final class RepeatedLines {

    private static final int MAX_LINES = 1 << 17;

    /**
     * A hash of a line, of which two different lines do not have the same.
     *
     * @param high its first 64 bits
     * @param low its next 64 bits
     */
    record LineHash(long high, long low) {}

    private final int maxLines;
    private final Map<LineHash, Integer> counts;

    RepeatedLines() {
        this(MAX_LINES);
    }

    /** For tests: with a small number, a few lines are forgotten. */
    RepeatedLines(int maxLines) {
        this.maxLines = maxLines;
        this.counts = new LinkedHashMap<>(16, 0.75f, true);
    }

    /** How many equal lines came before. */
    int ordinal(LineHash line) {
        int seen = counts.merge(line, 1, Integer::sum);
        if (counts.size() > maxLines) {
            var oldest = counts.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        return seen - 1;
    }
}
