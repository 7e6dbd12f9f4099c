package dev.pagetrack.table;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Makes the rollups say what the raw views say, while ingestion may run. It can be stopped at any time: what it has set
 * is right, and running it again sets the rest.
 */
final class Rebuild {

    /** How many pages are read at the same time. */
    private static final int THREADS = 8;

    /** What the rebuild of a page works with. */
    record Parts(
            RebuildSettings settings,
            Attributes attributes,
            Items items,
            RawViewReader rawViews,
            RollupSetter setter,
            Backoff backoff) {}

    private final DynamoDbClient client;
    private final String table;
    private final Queries queries;
    private final Parts parts;

    Rebuild(DynamoDbClient client, TableSettings table, Backoff backoff, RebuildSettings settings) {
        this.client = client;
        this.table = table.name();
        this.queries = new Queries(client, table.name(), backoff);
        var attributes = new Attributes(table.siteId());
        var items = new Items(client, table.name(), backoff);
        this.parts = new Parts(
                settings,
                attributes,
                items,
                new RawViewReader(queries, attributes),
                new RollupSetter(client, table.name(), items, backoff, settings.dryRun()),
                backoff);
    }

    RebuildReport run() {
        var pending = parts.items().get(List.of(parts.attributes().rebuild()), true);
        var reports = new ConcurrentLinkedQueue<RebuildReport>();
        Parallel.each(THREADS, pages(), page -> reports.add(new PageRebuild(page, parts).run()));
        if (!parts.settings().dryRun()) {
            pending.forEach(this::done);
        }
        return new RebuildReport(
                reports.size(),
                reports.stream().mapToLong(RebuildReport::views).sum(),
                reports.stream()
                        .flatMap(report -> report.changes().stream())
                        .sorted(RollupChange.ORDER)
                        .collect(collectingAndThen(toList(), List::copyOf)));
    }

    private List<String> pages() {
        var pages = new ArrayList<String>();
        queries.items(
                queries.partition(parts.attributes().indexPartition()).consistentRead(true),
                item -> pages.add(Attributes.sortKey(item)));
        return pages;
    }

    /** Takes the flag away, unless somebody began or ended writing raw views without counting them meanwhile. */
    private void done(Map<String, AttributeValue> key, Map<String, AttributeValue> flag) {
        Failures.explained(table, () -> {
            try {
                return client.deleteItem(delete -> delete.tableName(table)
                        .key(key)
                        .conditionExpression("#pending = :pending")
                        .expressionAttributeNames(Map.of("#pending", Attributes.PENDING))
                        .expressionAttributeValues(Map.of(":pending", flag.get(Attributes.PENDING))));
            } catch (ConditionalCheckFailedException e) {
                // It needs another rebuild, and says so.
                return null;
            }
        });
    }
}
