package dev.pagetrack.table;

import dev.pagetrack.table.LedgerTransaction.PageMonth;
import dev.pagetrack.table.PageGain.Bounds;
import dev.pagetrack.view.View;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What is known of the rollups in the table: enough to write an update that will not fail in vain. Nothing here has to
 * be right for the counts to be: wrong bounds only fail a condition. Not thread-safe.
 */
final class Rollups {

    /** How many items are remembered: some 300 bytes each. */
    private static final int REMEMBERED = 50_000;

    private final Items items;
    private final Attributes attributes;
    private final Map<String, Bounds> bounds = new HashMap<>();
    private final Map<PageMonth, CountNames> names = new HashMap<>();

    Rollups(Items items, Attributes attributes) {
        this.items = items;
        this.attributes = attributes;
    }

    /** Reads the rollups that views touch and that are not known yet. */
    void learn(Collection<View> views) {
        if (bounds.size() + names.size() > REMEMBERED) {
            bounds.clear();
            names.clear();
        }
        var pages = new LinkedHashSet<String>();
        var months = new LinkedHashSet<PageMonth>();
        for (var view : views) {
            if (!bounds.containsKey(view.page())) {
                pages.add(view.page());
            }
            var month = PageMonth.of(view);
            if (!names.containsKey(month)) {
                months.add(month);
            }
        }
        learn(pages, months);
    }

    private void learn(Set<String> pages, Set<PageMonth> months) {
        var keys = new HashMap<Map<String, AttributeValue>, Object>();
        pages.forEach(page -> {
            bounds.put(page, Bounds.NONE);
            keys.put(attributes.index(page), page);
        });
        months.forEach(month -> {
            names.put(month, new CountNames(Set.of()));
            keys.put(attributes.month(month.month(), month.page()), month);
        });
        items.get(keys.keySet(), false).forEach((key, item) -> {
            if (keys.get(key) instanceof PageMonth month) {
                names.put(month, new CountNames(item.keySet()));
            } else if (keys.get(key) instanceof String page) {
                bounds(page, item);
            }
        });
    }

    Bounds bounds(String page) {
        return bounds.getOrDefault(page, Bounds.NONE);
    }

    void bounds(String page, Bounds known) {
        bounds.put(page, known);
    }

    /** Takes the bounds from an {@code INDEX} item as it stands in the table. */
    void bounds(String page, Map<String, AttributeValue> item) {
        // Each for itself: taken for unknown because the other is missing, a bound would fail its condition for ever.
        bounds.put(
                page,
                new Bounds(
                        Attributes.number(item, Attributes.FIRST, Bounds.NONE.first()),
                        Attributes.number(item, Attributes.LAST, Bounds.NONE.last())));
    }

    CountNames names(PageMonth month) {
        return names.computeIfAbsent(month, any -> new CountNames(Set.of()));
    }
}
