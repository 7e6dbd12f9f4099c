package dev.pagetrack.table.ledger;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Items;
import dev.pagetrack.table.item.OpenTable;
import dev.pagetrack.table.ledger.LedgerTransaction.PageMonth;
import dev.pagetrack.table.ledger.PageGain.Bounds;
import dev.pagetrack.view.View;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What is known of the rollups in the table: enough to write an update that will not fail in vain. Nothing here has to
 * be right for the counts to be: wrong bounds only fail a condition. What was not needed for long is forgotten, and read
 * again. Not thread-safe.
 */
final class RollupCache {

    /** How many pages, and how many months of pages, are remembered: the latter take some 2 KB each. */
    private static final int REMEMBERED = 2_000;

    /** How many rollups are read ahead of the views that need them: far fewer than are remembered. */
    private static final int READ_AHEAD = 500;

    private final Items items;
    private final Attributes attributes;
    private final Map<String, Bounds> bounds = new Latest<>();
    private final Map<PageMonth, MonthCounts> months = new Latest<>();

    RollupCache(OpenTable table) {
        this.items = table.items();
        this.attributes = table.attributes();
    }

    /**
     * Reads the rollups that a transaction touches, if they are not known.
     *
     * @param next the views after it: what they need is read at the same time
     */
    void learn(LedgerTransaction transaction, List<View> next) {
        if (bounds.keySet().containsAll(transaction.pages().keySet())
                && months.keySet().containsAll(transaction.months().keySet())) {
            return;
        }
        var keys = new HashMap<Map<String, AttributeValue>, Object>();
        for (var view : next) {
            if (keys.size() >= READ_AHEAD) {
                break;
            }
            if (!bounds.containsKey(view.page())) {
                keys.put(attributes.index(view.page()), view.page());
            }
            var month = PageMonth.of(view);
            if (!months.containsKey(month)) {
                keys.put(attributes.month(month.month(), month.page()), month);
            }
        }
        learn(keys);
    }

    private void learn(Map<Map<String, AttributeValue>, Object> keys) {
        keys.values().forEach(key -> {
            if (key instanceof PageMonth month) {
                months.put(month, new MonthCounts(Map.of()));
            } else if (key instanceof String page) {
                bounds.put(page, Bounds.NONE);
            }
        });
        items.get(keys.keySet(), (key, item) -> {
            if (keys.get(key) instanceof PageMonth month) {
                months.put(month, MonthCounts.of(item));
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

    MonthCounts month(PageMonth month) {
        return months.computeIfAbsent(month, any -> new MonthCounts(Map.of()));
    }

    /** A map that drops what was not asked for longest. */
    private static final class Latest<K, V> extends LinkedHashMap<K, V> {

        private static final long serialVersionUID = 1L;

        Latest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > REMEMBERED;
        }
    }
}
