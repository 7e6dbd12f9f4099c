package dev.pagetrack.table;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What is known of one page over all time.
 *
 * @param views how often it was viewed
 * @param first the first view, to the second
 * @param last the last view, to the second
 */
public record PageTotal(long views, Instant first, Instant last) {

    public PageTotal {
        requireNonNull(first, "first");
        requireNonNull(last, "last");
        if (views < 0) {
            throw new IllegalArgumentException("views must not be negative: " + views);
        }
    }
}
