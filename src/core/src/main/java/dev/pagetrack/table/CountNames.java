package dev.pagetrack.table;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which values one {@code MONTH} item counts by name. They are capped, so that the item stays near the 1 KB that one
 * write unit covers, whatever visitors send as their referrer.
 */
final class CountNames {

    private static final String OTHER = "other";
    private static final Map<String, Integer> CAPS =
            Map.of(Attributes.BROWSER_COUNT, 10, Attributes.COUNTRY_COUNT, 20, Attributes.REFERRER_COUNT, 20);

    private final Set<String> names = new HashSet<>();

    /** @param attributes the item's attributes as they were last seen; empty for a new item */
    CountNames(Set<String> attributes) {
        attributes.stream()
                .filter(name -> CAPS.keySet().stream().anyMatch(name::startsWith))
                .filter(name -> !name.endsWith("#" + OTHER))
                .forEach(names::add);
    }

    /** Counts by attribute name: the most frequent new values first get a name of their own, while there is room. */
    Map<String, Long> capped(String prefix, Map<String, Long> counts) {
        long room = CAPS.get(prefix)
                - names.stream().filter(name -> name.startsWith(prefix)).count();
        var capped = new TreeMap<String, Long>();
        var order = Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey());
        for (var count : counts.entrySet().stream().sorted(order).toList()) {
            var name = prefix + count.getKey();
            if (!names.contains(name) && !count.getKey().equals(OTHER)) {
                if (room > 0) {
                    room--;
                    names.add(name);
                } else {
                    name = prefix + OTHER;
                }
            }
            capped.merge(name, count.getValue(), Long::sum);
        }
        return capped;
    }
}
