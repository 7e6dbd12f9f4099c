package dev.pagetrack.table;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;

/**
 * A page of the series' layouts.
 *
 * @param page the page path
 * @param names how it is called in the table
 * @param folded the lower-case names of its counters
 */
record SeriesPage(String page, List<String> names, Set<String> folded) {

    SeriesPage {
        requireNonNull(page, "page");
        names = List.copyOf(names);
        folded = Set.copyOf(folded);
    }
}
