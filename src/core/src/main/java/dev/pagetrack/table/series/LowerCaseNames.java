package dev.pagetrack.table.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the pages of lower-case names. Where {@code INDEX} lists several that differ in case only, the first of them gets
 * what was counted under their one name; one that it does not list is a page of its own.
 *
 * @param names by page path, what {@code INDEX} calls it
 */
record LowerCaseNames(SortedMap<String, List<String>> names) {

    List<SeriesPage> pages(Set<String> folded) {
        var owners = new HashMap<String, String>();
        names.forEach((page, called) -> called.forEach(name -> owners.putIfAbsent(SeriesKeys.folded(name), page)));
        var counters = new TreeMap<String, Set<String>>();
        for (var name : folded) {
            var page = owners.computeIfAbsent(name, SeriesKeys::page);
            counters.computeIfAbsent(page, any -> new TreeSet<>()).add(name);
        }
        var pages = new ArrayList<SeriesPage>();
        var all = new TreeSet<>(names.keySet());
        all.addAll(counters.keySet());
        all.forEach(page -> pages.add(
                new SeriesPage(page, names.getOrDefault(page, List.of()), counters.getOrDefault(page, Set.of()))));
        return pages;
    }
}
