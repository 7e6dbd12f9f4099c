package dev.pagetrack.figures;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The total of one page over all time.
 *
 * @param views how often it was viewed
 * @param first the time of the first view, in whole seconds
 * @param last the time of the last view, in whole seconds
 * @param inLowerCase whether only the page's path in lower case is known, because the views come from counters of the
 *     blog series' own site: the page is the one whose path is equal if case is ignored
 */
public record PageTotal(long views, Instant first, Instant last, boolean inLowerCase) {

    /** Creates the total of a page whose path is known in its own case. */
    public PageTotal(long views, Instant first, Instant last) {
        this(views, first, last, false);
    }

    public PageTotal {
        requireNonNull(first, "first");
        requireNonNull(last, "last");
        if (views < 0) {
            throw new IllegalArgumentException("views must not be negative: " + views);
        }
    }
}
