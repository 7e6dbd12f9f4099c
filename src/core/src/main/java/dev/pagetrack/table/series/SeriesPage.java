package dev.pagetrack.table.series;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A page of the series' layouts.
 *
 * @param page the page path
 * @param names how it is called in the table; none if only counters know it, whose names are in lower case
 * @param folded the lower-case names of its counters
 */
record SeriesPage(String page, List<String> names, Set<String> folded) {

    SeriesPage {
        requireNonNull(page, "page");
        names = List.copyOf(names);
        folded = Set.copyOf(folded);
    }

    /** Whether nobody knows how the page's path is spelt, but for its case. */
    boolean isInLowerCase() {
        return names.isEmpty();
    }

    /** By lower-case name, the paths of the pages whose names differ in case only. */
    static Map<String, Set<String>> byFoldedName(Collection<SeriesPage> pages) {
        var called = new HashMap<String, Set<String>>();
        pages.forEach(page -> page.names()
                .forEach(name -> called.computeIfAbsent(SeriesKeys.folded(name), any -> new TreeSet<>())
                        .add(page.page())));
        return called;
    }
}
