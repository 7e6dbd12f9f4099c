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
 * A cache of rollups that were read from the table or written to it. With them, most conditional updates succeed at the
 * first attempt. The counts are right even if the cache is out of date: wrong bounds only make a condition fail. The
 * least recently used entries are dropped, and read again when needed. Not thread-safe.
 */
final class RollupCache {

    /** The maximum number of pages, and also of months of pages. The latter take about 2 KB each. */
    private static final int MAX_ENTRIES = 2_000;

    /** The maximum number of rollups to read ahead. It is much smaller than the cache. */
    private static final int READ_AHEAD = 500;

    private final Items items;
    private final Attributes attributes;
    private final Map<String, Bounds> bounds = new LruMap<>();
    private final Map<PageMonth, MonthCounts> months = new LruMap<>();

    RollupCache(OpenTable table) {
        this.items = table.items();
        this.attributes = table.attributes();
    }

    /**
     * Reads the rollups that a transaction changes, if they are not in the cache.
     *
     * @param next the views to write, beginning with those of the transaction: the rollups of later views are read
     *     ahead
     */
    void load(LedgerTransaction transaction, List<View> next) {
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
        load(keys);
    }

    private void load(Map<Map<String, AttributeValue>, Object> keys) {
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

    /** Returns the known bounds of a page. */
    Bounds bounds(String page) {
        return bounds.getOrDefault(page, Bounds.NONE);
    }

    /** Replaces the known bounds of a page. */
    void bounds(String page, Bounds known) {
        bounds.put(page, known);
    }

    /** Replaces the known bounds of a page by those of its {@code INDEX} item. */
    void bounds(String page, Map<String, AttributeValue> item) {
        // If one bound is missing, the other must still be used: taken as unknown, its condition would fail for ever.
        bounds.put(
                page,
                new Bounds(
                        Attributes.number(item, Attributes.FIRST, Bounds.NONE.first()),
                        Attributes.number(item, Attributes.LAST, Bounds.NONE.last())));
    }

    /** Returns the known counts of a month. */
    MonthCounts month(PageMonth month) {
        return months.computeIfAbsent(month, any -> new MonthCounts(Map.of()));
    }

    /** A map that drops its least recently used entry when it is full. */
    private static final class LruMap<K, V> extends LinkedHashMap<K, V> {

        private static final long serialVersionUID = 1L;

        LruMap() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MAX_ENTRIES;
        }
    }
}
