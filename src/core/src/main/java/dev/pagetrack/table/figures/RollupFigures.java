package dev.pagetrack.table.figures;

import dev.pagetrack.figures.DailyViews;
import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.figures.TotalVisitor;
import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Items;
import dev.pagetrack.table.item.OpenTable;
import dev.pagetrack.table.item.Queries;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Reads statistics of pagetrack's own layout from the rollups. All pages are read with queries, one for each megabyte.
 * A few pages are read item by item, so that the cost does not grow with the other pages of the site.
 */
public final class RollupFigures implements Figures {

    private final Queries queries;
    private final Items items;
    private final Attributes attributes;

    /** @param queries runs the queries for many pages, and adds up their cost */
    public RollupFigures(OpenTable table, Queries queries) {
        this.queries = queries;
        this.items = table.items();
        this.attributes = table.attributes();
    }

    @Override
    public SortedMap<String, PageTotal> totals(String prefix) {
        var totals = query(request(attributes.indexPartition(), prefix), RollupFigures::total);
        // Pages that are listed but still have no counted view, and so no first view.
        totals.values().removeIf(total -> total.views() == 0);
        return totals;
    }

    @Override
    public double totals(String prefix, String after, TotalVisitor visitor) {
        var units = new DoubleAdder();
        queries.answersWhile(
                request(attributes.indexPartition(), prefix)
                        .exclusiveStartKey(after.isEmpty() ? null : attributes.index(after)),
                answer -> {
                    units.add(answer.consumedCapacity().capacityUnits());
                    return answer.items().stream().allMatch(item -> show(item, visitor));
                });
        return units.sum();
    }

    /** Passes on a total; returns whether more are wanted. */
    private static boolean show(Map<String, AttributeValue> item, TotalVisitor visitor) {
        var total = total(item);
        return total.views() == 0 || visitor.visit(Attributes.sortKey(item), total);
    }

    @Override
    public SortedMap<String, PageTotal> totals(Collection<String> pages) {
        var keys = new HashMap<Map<String, AttributeValue>, String>();
        pages.forEach(page -> keys.put(attributes.index(page), page));
        var totals = new TreeMap<String, PageTotal>();
        items.get(keys.keySet(), false).forEach((key, item) -> totals.put(keys.get(key), total(item)));
        totals.values().removeIf(total -> total.views() == 0);
        return totals;
    }

    @Override
    public SortedMap<YearMonth, DailyViews> months(Collection<String> pages, Collection<YearMonth> months) {
        var keys = new LinkedHashMap<Map<String, AttributeValue>, YearMonth>();
        months.forEach(month -> pages.forEach(page -> keys.put(attributes.month(month, page), month)));
        var found = new TreeMap<YearMonth, DailyViews>();
        items.get(keys.keySet(), false)
                .forEach((key, item) -> found.merge(keys.get(key), daily(item), DailyViews::plus));
        return found;
    }

    @Override
    public SortedMap<String, DailyViews> month(YearMonth month) {
        return query(request(attributes.monthPartition(month), ""), RollupFigures::daily);
    }

    @Override
    public SortedMap<String, SortedMap<String, Long>> referrers(YearMonth month) {
        var referrers = query(request(attributes.monthPartition(month), ""), RollupFigures::referrers);
        referrers.values().removeIf(Map::isEmpty);
        return referrers;
    }

    private static SortedMap<String, Long> referrers(Map<String, AttributeValue> item) {
        var hosts = new TreeMap<String, Long>();
        for (var name : item.keySet()) {
            if (name.startsWith(Attributes.REFERRER_COUNT)) {
                hosts.put(name.substring(Attributes.REFERRER_COUNT.length()), Attributes.number(item, name));
            }
        }
        return hosts;
    }

    private <T> SortedMap<String, T> query(
            QueryRequest.Builder request, Function<Map<String, AttributeValue>, T> value) {
        var found = new TreeMap<String, T>();
        queries.items(request, item -> found.put(Attributes.sortKey(item), value.apply(item)));
        return found;
    }

    private QueryRequest.Builder request(String partition, String prefix) {
        return prefix.isEmpty() ? queries.partition(partition) : queries.beginsWith(partition, prefix);
    }

    private static PageTotal total(Map<String, AttributeValue> item) {
        return new PageTotal(
                Attributes.number(item, Attributes.VIEWS),
                Instant.ofEpochSecond(Attributes.number(item, Attributes.FIRST)),
                Instant.ofEpochSecond(Attributes.number(item, Attributes.LAST)),
                item.containsKey(Attributes.LOWER_CASE));
    }

    private static DailyViews daily(Map<String, AttributeValue> item) {
        return DailyViews.of(Attributes.DAYS.stream()
                .mapToLong(day -> Attributes.number(item, day))
                .toArray());
    }
}
