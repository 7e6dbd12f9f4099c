package dev.pagetrack.table;

import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Writes into the raw views of the past when they expire. What it did before is not done again, so it can be interrupted
 * and run again: then it costs the reading.
 */
final class Stamping {

    /** How many raw views are updated at the same time. */
    private static final int THREADS = 16;

    private final DynamoDbClient client;
    private final String table;
    private final Attributes attributes;
    private final Queries queries;
    private final Backoff backoff;
    private final Optional<Retention> retention;
    private final AtomicLong views = new AtomicLong();
    private final AtomicLong stamped = new AtomicLong();

    Stamping(DynamoDbClient client, TableSettings table, Backoff backoff, Optional<Retention> retention) {
        this.client = client;
        this.table = table.name();
        this.attributes = new Attributes(table.siteId());
        this.queries = new Queries(client, table.name(), backoff);
        this.backoff = backoff;
        this.retention = retention;
    }

    StampReport run() {
        var pages = new ArrayList<String>();
        queries.items(keys(attributes.indexPartition()), item -> pages.add(Attributes.sortKey(item)));
        pages.forEach(this::stamp);
        return new StampReport(pages.size(), views.get(), stamped.get());
    }

    private void stamp(String page) {
        queries.answers(keys(attributes.pagePartition(page)), answer -> {
            views.addAndGet(answer.count());
            OpenTable.inParallel(
                    THREADS,
                    answer.items().stream()
                            .filter(view -> !Objects.equals(view.get(Attributes.EXPIRES), expiry(view)))
                            .toList(),
                    this::update);
        });
    }

    private QueryRequest.Builder keys(String partition) {
        return queries.partition(partition)
                .projectionExpression(
                        String.join(", ", Attributes.PARTITION_KEY, Attributes.SORT_KEY, Attributes.EXPIRES));
    }

    /** When a raw view should expire; null for never. */
    private AttributeValue expiry(Map<String, AttributeValue> view) {
        long second = Attributes.view("", view).second();
        return retention.map(kept -> Attributes.number(kept.expiry(second))).orElse(null);
    }

    private void update(Map<String, AttributeValue> view) {
        var update = new Expression();
        update.replace(view, Attributes.EXPIRES, expiry(view));
        update.requireAsRead(view, Attributes.PARTITION_KEY);
        for (int attempt = 1; true; attempt++) {
            try {
                client.updateItem(set -> set.tableName(table)
                        .key(Map.of(
                                Attributes.PARTITION_KEY, view.get(Attributes.PARTITION_KEY),
                                Attributes.SORT_KEY, view.get(Attributes.SORT_KEY)))
                        .updateExpression(update.update())
                        .conditionExpression(update.condition())
                        .expressionAttributeNames(update.names())
                        .expressionAttributeValues(update.values()));
                stamped.incrementAndGet();
                return;
            } catch (ConditionalCheckFailedException e) {
                // It expired just now, and an update would bring it back; or another stamping was quicker.
                return;
            } catch (SdkException e) {
                if (!Failures.isPassing(e)) {
                    throw Failures.explain(table, e);
                }
                backoff.pause(attempt, "stamping raw views", e);
            }
        }
    }
}
