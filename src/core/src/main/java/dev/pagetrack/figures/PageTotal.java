package dev.pagetrack.figures;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What is known of one page over all time.
 *
 * @param views how often it was viewed
 * @param first the first view, to the second
 * @param last the last view, to the second
 * @param inLowerCase whether the page is only known by its path in lower case, as counters of the blog series' own site
 *     have it: it is whichever page is called so but for its case
 */
public record PageTotal(long views, Instant first, Instant last, boolean inLowerCase) {

    /** Of a page whose path is spelt as the page's is. */
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
