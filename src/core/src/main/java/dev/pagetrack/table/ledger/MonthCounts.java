package dev.pagetrack.table.ledger;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.ItemSize;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The known counts of one {@code MONTH} item. They show which browsers, countries and referrer hosts have an attribute
 * of their own. The number of these is capped, so that the item stays near 1 KB, which one write unit covers, whatever
 * referrers visitors send.
 */
public final class MonthCounts {

    private static final String OTHER = "other";

    private final Map<String, Long> counts;
    private final int otherBytes;

    /** @param counts the item's counts by attribute name, as last read; empty for a new item */
    public MonthCounts(Map<String, Long> counts) {
        this(counts, 0);
    }

    private MonthCounts(Map<String, Long> counts, int otherBytes) {
        this.counts = new HashMap<>(counts);
        this.otherBytes = otherBytes;
    }

    /** Returns the counts of an item, which includes its key. */
    static MonthCounts of(Map<String, AttributeValue> item) {
        var others = new HashMap<>(item);
        others.values().removeIf(value -> value.n() != null);
        others.keySet().removeAll(List.of(Attributes.PARTITION_KEY, Attributes.SORT_KEY));
        return new MonthCounts(Attributes.counts(item), ItemSize.of(others));
    }

    /**
     * Returns what to add, by attribute name. Values that are new get an attribute of their own while there is room,
     * the most frequent first. The rest is added to {@code other}.
     *
     * @param property the property that the values are of
     * @param gains the number of views by value
     */
    Map<String, Long> capped(ViewProperty property, Map<String, Long> gains) {
        var prefix = property.countPrefix();
        long room = property.cap()
                - counts.keySet().stream()
                        .filter(name -> name.startsWith(prefix) && !name.endsWith("#" + OTHER))
                        .count();
        var capped = new TreeMap<String, Long>();
        var order = Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey());
        for (var gain : gains.entrySet().stream().sorted(order).toList()) {
            var name = prefix + gain.getKey();
            if (!counts.containsKey(name) && !gain.getKey().equals(OTHER)) {
                if (room > 0) {
                    room--;
                    counts.put(name, 0L);
                } else {
                    name = prefix + OTHER;
                }
            }
            capped.merge(name, gain.getValue(), Long::sum);
        }
        return capped;
    }

    /** Adds counts that were written to the item. */
    void add(Map<String, Long> gains) {
        gains.forEach((name, gain) -> counts.merge(name, gain, Long::sum));
    }

    /** Returns the size of the item in bytes, without its key, after these counts were added. */
    int bytesWith(Map<String, Long> gains) {
        int bytes = otherBytes;
        for (var count : counts.entrySet()) {
            bytes += ItemSize.of(count.getKey(), count.getValue() + gains.getOrDefault(count.getKey(), 0L));
        }
        for (var gain : gains.entrySet()) {
            bytes += counts.containsKey(gain.getKey()) ? 0 : ItemSize.of(gain.getKey(), gain.getValue());
        }
        return bytes;
    }
}
