package dev.pagetrack.table.forget;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Expression;
import dev.pagetrack.table.ledger.ViewProperty;
import dev.pagetrack.view.View;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The numbers by which views that are taken out lower a {@code MONTH} item. */
final class LoweredMonth {

    private final Map<String, Long> losses = new TreeMap<>();

    private LoweredMonth() {}

    /** By views, whose browsers, countries and referrers are known. */
    static LoweredMonth by(List<View> views) {
        var lowered = new LoweredMonth();
        for (var view : views) {
            lowered.lose(Attributes.VIEWS, 1);
            lowered.lose(Attributes.day(view.day()), 1);
            for (var property : ViewProperty.values()) {
                var value = property.value(view);
                if (!value.isEmpty()) {
                    lowered.lose(property.countPrefix() + value, 1);
                }
            }
        }
        return lowered;
    }

    /** By the views of a day of which nothing else is known. */
    static LoweredMonth byDay(LocalDate day, long views) {
        var lowered = new LoweredMonth();
        lowered.lose(Attributes.VIEWS, views);
        lowered.lose(Attributes.day(day.getDayOfMonth()), views);
        return lowered;
    }

    private void lose(String name, long views) {
        losses.merge(name, views, Long::sum);
    }

    /** The update of an item as it was read. Numbers that reach zero are removed. */
    Expression update(Map<String, AttributeValue> item) {
        var update = new Expression();
        inItem(item).forEach((name, loss) -> {
            long left = Attributes.number(item, name) - loss;
            if (left > 0 || name.equals(Attributes.VIEWS)) {
                update.set(name, Math.max(0, left));
            } else if (item.containsKey(name)) {
                update.remove(name);
            }
        });
        lowerCarried(item, update);
        return update;
    }

    /** The losses by the item's attributes: names that have none of their own were counted as {@code other}. */
    private Map<String, Long> inItem(Map<String, AttributeValue> item) {
        var inItem = new TreeMap<String, Long>();
        losses.forEach((name, loss) -> {
            int prefix = name.indexOf('#') + 1;
            var counted = prefix == 0 || item.containsKey(name) ? name : name.substring(0, prefix) + "other";
            inItem.merge(counted, loss, Long::sum);
        });
        return inItem;
    }

    /** A day that is taken out completely must not come back with the next rebuild. */
    private void lowerCarried(Map<String, AttributeValue> item, Expression update) {
        var carried = new HashMap<>(Attributes.carried(item));
        if (carried.isEmpty()) {
            return;
        }
        boolean changed = carried.keySet()
                .removeIf(
                        day -> losses.containsKey(day) && Attributes.number(item, day) <= losses.getOrDefault(day, 0L));
        if (changed) {
            var left = new HashMap<String, AttributeValue>();
            carried.forEach((day, views) -> left.put(day, Attributes.number(views)));
            update.set(Attributes.CARRIED, AttributeValue.fromM(left));
        }
    }
}
