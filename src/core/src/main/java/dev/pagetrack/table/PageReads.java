package dev.pagetrack.table;

import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads the rollups of a few pages, item by item: what that costs does not grow with the other pages of the site. */
final class PageReads {

    private final Items items;
    private final Attributes attributes;

    PageReads(Items items, Attributes attributes) {
        this.items = items;
        this.attributes = attributes;
    }

    SortedMap<String, PageTotal> totals(Collection<String> pages) {
        var keys = new HashMap<Map<String, AttributeValue>, String>();
        pages.forEach(page -> keys.put(attributes.index(page), page));
        var totals = new TreeMap<String, PageTotal>();
        items.get(keys.keySet(), false).forEach((key, item) -> totals.put(keys.get(key), RollupQueries.total(item)));
        totals.values().removeIf(total -> total.views() == 0);
        return totals;
    }

    SortedMap<YearMonth, DailyViews> months(Collection<String> pages, Collection<YearMonth> months) {
        var keys = new LinkedHashMap<Map<String, AttributeValue>, YearMonth>();
        months.forEach(month -> pages.forEach(page -> keys.put(attributes.month(month, page), month)));
        var found = new TreeMap<YearMonth, DailyViews>();
        items.get(keys.keySet(), false)
                .forEach((key, item) -> found.merge(keys.get(key), RollupQueries.daily(item), DailyViews::plus));
        return found;
    }
}
