package dev.pagetrack.table;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads the rollups, with as many queries as there are megabytes of them. */
final class RollupQueries {

    private final Queries queries;
    private final Attributes attributes;

    RollupQueries(Queries queries, Attributes attributes) {
        this.queries = queries;
        this.attributes = attributes;
    }

    SortedMap<String, PageTotal> totals(String prefix) {
        var totals = query(request(attributes.indexPartition(), prefix), RollupQueries::total);
        // Pages that are listed, but not counted yet: they have no first view.
        totals.values().removeIf(total -> total.views() == 0);
        return totals;
    }

    /** Shows totals; returns the read units consumed. */
    double totals(String prefix, String after, TotalVisitor visitor) {
        var units = new DoubleAdder();
        queries.whileWanted(
                request(attributes.indexPartition(), prefix)
                        .exclusiveStartKey(after.isEmpty() ? null : attributes.index(after)),
                answer -> {
                    units.add(answer.consumedCapacity().capacityUnits());
                    return answer.items().stream().allMatch(item -> show(item, visitor));
                });
        return units.sum();
    }

    /** Whether more is wanted. */
    private static boolean show(Map<String, AttributeValue> item, TotalVisitor visitor) {
        var total = total(item);
        return total.views() == 0 || visitor.visit(Attributes.sortKey(item), total);
    }

    SortedMap<String, DailyViews> month(YearMonth month) {
        return query(request(attributes.monthPartition(month), ""), RollupQueries::daily);
    }

    SortedMap<String, SortedMap<String, Long>> referrers(YearMonth month) {
        var referrers = query(request(attributes.monthPartition(month), ""), RollupQueries::referrers);
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
        return prefix.isEmpty() ? queries.partition(partition) : queries.beginning(partition, prefix);
    }

    static PageTotal total(Map<String, AttributeValue> item) {
        return new PageTotal(
                Attributes.number(item, Attributes.VIEWS),
                Instant.ofEpochSecond(Attributes.number(item, Attributes.FIRST)),
                Instant.ofEpochSecond(Attributes.number(item, Attributes.LAST)),
                item.containsKey(Attributes.LOWER_CASE));
    }

    static DailyViews daily(Map<String, AttributeValue> item) {
        return DailyViews.of(Attributes.DAYS.stream()
                .mapToLong(day -> Attributes.number(item, day))
                .toArray());
    }
}
