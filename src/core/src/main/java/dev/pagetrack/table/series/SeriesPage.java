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
 * @param names its names in the table; none if only counters know it, whose names are in lower case
 * @param counterNames the lower-case names of its counters
 */
record SeriesPage(String page, List<String> names, Set<String> counterNames) {

    SeriesPage {
        requireNonNull(page, "page");
        names = List.copyOf(names);
        counterNames = Set.copyOf(counterNames);
    }

    /** Whether the page's path is known only in lower case. */
    boolean isOnlyInLowerCase() {
        return names.isEmpty();
    }

    /** The paths of the pages with the same name except for case, by their lower-case name. */
    static Map<String, Set<String>> byLowerCaseName(Collection<SeriesPage> pages) {
        var paths = new HashMap<String, Set<String>>();
        pages.forEach(page -> page.names()
                .forEach(name -> paths.computeIfAbsent(SeriesKeys.lowerCase(name), any -> new TreeSet<>())
                        .add(page.page())));
        return paths;
    }
}
