package dev.pagetrack.table.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the pages to which the lower-case names of counters belong. If {@code INDEX} lists several pages that differ
 * only in case, the first of them gets the counts of their common lower-case name. A name that belongs to no listed
 * page is a page of its own.
 *
 * @param names the names of each page in {@code INDEX}, by page path
 */
record LowerCaseNames(SortedMap<String, List<String>> names) {

    List<SeriesPage> pages(Set<String> lowerCaseNames) {
        var owners = new HashMap<String, String>();
        names.forEach(
                (page, pageNames) -> pageNames.forEach(name -> owners.putIfAbsent(SeriesKeys.lowerCase(name), page)));
        var counters = new TreeMap<String, Set<String>>();
        for (var name : lowerCaseNames) {
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
