package dev.pagetrack.view;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.page.PagePatterns;
import dev.pagetrack.page.Slashes;
import java.util.List;

/**
 * The settings of the owner that decide which paths are pages, and which of these count.
 *
 * @param counted the pages that count
 * @param alsoPages its includes match pages that look like other files, because the text after the last dot looks like
 *     an extension: {@code posts/release-2.0}
 * @param slashes what several slashes in a row mean
 */
public record PagePolicy(PagePatterns counted, PagePatterns alsoPages, Slashes slashes) {

    /** Counts each page that looks like one. */
    public static final PagePolicy DEFAULT = of(PagePatterns.ALL);

    public PagePolicy {
        requireNonNull(counted, "counted");
        requireNonNull(alsoPages, "alsoPages");
        requireNonNull(slashes, "slashes");
    }

    /** Counts these pages, if they look like pages. */
    public static PagePolicy of(PagePatterns counted) {
        return new PagePolicy(counted, PagePatterns.ALL, Slashes.DISTINCT);
    }

    /**
     * Creates a policy.
     *
     * @param alsoPages patterns of pages that look like other files
     * @param mergeSlashes whether several slashes in a row mean one
     */
    public static PagePolicy of(PagePatterns counted, List<String> alsoPages, boolean mergeSlashes) {
        return new PagePolicy(
                counted, PagePatterns.of(alsoPages, List.of()), mergeSlashes ? Slashes.MERGED : Slashes.DISTINCT);
    }
}
