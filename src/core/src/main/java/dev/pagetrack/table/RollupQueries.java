package dev.pagetrack.table;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Reads the rollups, with as many queries as there are megabytes of them. */
final class RollupQueries {

    private final DynamoDbClient client;
    private final TableSettings settings;
    private final Attributes attributes;
    private final ReadMeter meter;

    RollupQueries(DynamoDbClient client, TableSettings settings, ReadMeter meter) {
        this.meter = meter;
        this.client = client;
        this.settings = settings;
        this.attributes = new Attributes(settings.siteId());
    }

    SortedMap<String, PageTotal> totals(String prefix) {
        var totals = query(attributes.indexPartition(), prefix, RollupQueries::total);
        // Pages that are listed, but not counted yet: they have no first view.
        totals.values().removeIf(total -> total.views() == 0);
        return totals;
    }

    /** Shows totals; returns the read units consumed. */
    double totals(String prefix, String after, TotalVisitor visitor) {
        var request = request(attributes.indexPartition(), prefix).toBuilder()
                .exclusiveStartKey(after.isEmpty() ? null : attributes.index(after))
                .build();
        return Failures.explained(settings.name(), () -> {
            double units = 0;
            for (var response : client.queryPaginator(request)) {
                units += meter.add(response);
                for (var item : response.items()) {
                    var total = total(item);
                    if (total.views() > 0 && !visitor.visit(Attributes.sortKey(item), total)) {
                        return units;
                    }
                }
            }
            return units;
        });
    }

    SortedMap<String, DailyViews> month(YearMonth month) {
        return query(attributes.monthPartition(month), "", RollupQueries::daily);
    }

    SortedMap<String, SortedMap<String, Long>> referrers(YearMonth month) {
        var referrers = query(attributes.monthPartition(month), "", RollupQueries::referrers);
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
            String partition, String prefix, Function<Map<String, AttributeValue>, T> value) {
        var found = new TreeMap<String, T>();
        return Failures.explained(settings.name(), () -> {
            for (var response : client.queryPaginator(request(partition, prefix))) {
                meter.add(response);
                response.items().forEach(item -> found.put(Attributes.sortKey(item), value.apply(item)));
            }
            return found;
        });
    }

    private QueryRequest request(String partition, String prefix) {
        var query =
                QueryRequest.builder().tableName(settings.name()).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
        if (prefix.isEmpty()) {
            query.keyConditionExpression(Attributes.PARTITION_KEY + " = :partition")
                    .expressionAttributeValues(Map.of(":partition", Attributes.text(partition)));
        } else {
            query.keyConditionExpression(Attributes.PARTITION_KEY + " = :partition AND begins_with("
                            + Attributes.SORT_KEY + ", :prefix)")
                    .expressionAttributeValues(
                            Map.of(":partition", Attributes.text(partition), ":prefix", Attributes.text(prefix)));
        }
        return query.build();
    }

    static PageTotal total(Map<String, AttributeValue> item) {
        return new PageTotal(
                Attributes.number(item, Attributes.VIEWS),
                Instant.ofEpochSecond(Attributes.number(item, Attributes.FIRST)),
                Instant.ofEpochSecond(Attributes.number(item, Attributes.LAST)));
    }

    static DailyViews daily(Map<String, AttributeValue> item) {
        return DailyViews.of(Attributes.DAYS.stream()
                .mapToLong(day -> Attributes.number(item, day))
                .toArray());
    }
}
