package dev.pagetrack.table.ledger;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Expression;
import dev.pagetrack.view.View;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The numbers that views of one page in one month add to its {@code MONTH} item. */
public final class MonthGain {

    private final Map<Integer, Long> days = new TreeMap<>();
    private final Map<ViewProperty, Map<String, Long>> values = new EnumMap<>(ViewProperty.class);
    private long views;

    public void add(View view) {
        views++;
        days.merge(view.day(), 1L, Long::sum);
        for (var property : ViewProperty.values()) {
            var value = property.value(view);
            if (!value.isEmpty()) {
                values.computeIfAbsent(property, any -> new TreeMap<>()).merge(value, 1L, Long::sum);
            }
        }
    }

    /** Returns the update that adds these numbers. Values beyond the cap are added to {@code other}. */
    Expression update(MonthCounts known) {
        var update = new Expression();
        counts(known).forEach(update::add);
        return update;
    }

    /** Returns the numbers to add, by attribute name. */
    public Map<String, Long> counts(MonthCounts known) {
        var counts = new LinkedHashMap<String, Long>();
        counts.put(Attributes.VIEWS, views);
        days.forEach((day, count) -> counts.put(Attributes.day(day), count));
        values.forEach((property, gains) -> counts.putAll(known.capped(property, gains)));
        return counts;
    }
}
