package dev.pagetrack.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Writes into the raw views of the past when they expire. What it did before is not done again, so it can be interrupted
 * and run again: then it costs the reading.
 */
final class Stamping {

    /** How many raw views are updated at the same time. */
    private static final int THREADS = 16;

    private final DynamoDbClient client;
    private final TableSettings table;
    private final Attributes attributes;
    private final Backoff backoff;
    private final Optional<Retention> retention;

    Stamping(DynamoDbClient client, TableSettings table, Backoff backoff, Optional<Retention> retention) {
        this.client = client;
        this.table = table;
        this.attributes = new Attributes(table.siteId());
        this.backoff = backoff;
        this.retention = retention;
    }

    StampReport run() {
        var executor = Executors.newFixedThreadPool(THREADS, task -> {
            var thread = new Thread(task, "pagetrack-stamp");
            thread.setDaemon(true);
            return thread;
        });
        try {
            var report = StampReport.NONE;
            for (var page : client.queryPaginator(partition(attributes.indexPartition()))) {
                for (var index : page.items()) {
                    report = report.plus(stamp(attributes.rawViews(Attributes.sortKey(index)), executor));
                }
            }
            return report;
        } catch (SdkException e) {
            throw Failures.explain(table.name(), e);
        } finally {
            executor.shutdownNow();
        }
    }

    private StampReport stamp(String partition, ExecutorService executor) {
        var report = new StampReport(1, 0, 0);
        for (var answer : client.queryPaginator(partition(partition))) {
            var updates = new ArrayList<Callable<Boolean>>();
            for (var view : answer.items()) {
                if (!Objects.equals(view.get(Attributes.EXPIRES), expiry(view))) {
                    updates.add(() -> update(view));
                }
            }
            report = report.plus(new StampReport(0, answer.count(), stamped(updates, executor)));
        }
        return report;
    }

    private QueryRequest partition(String partition) {
        return QueryRequest.builder()
                .tableName(table.name())
                .keyConditionExpression(Attributes.PARTITION_KEY + " = :partition")
                .expressionAttributeValues(Map.of(":partition", Attributes.text(partition)))
                .projectionExpression(
                        String.join(", ", Attributes.PARTITION_KEY, Attributes.SORT_KEY, Attributes.EXPIRES))
                .build();
    }

    private AttributeValue expiry(Map<String, AttributeValue> view) {
        var sortKey = Attributes.sortKey(view);
        long second = Long.parseLong(sortKey.substring(0, sortKey.indexOf('.')));
        return retention.map(kept -> Attributes.number(kept.expiry(second))).orElse(null);
    }

    private static long stamped(List<Callable<Boolean>> updates, ExecutorService executor) {
        long stamped = 0;
        try {
            for (var update : executor.invokeAll(updates)) {
                stamped += update.get() ? 1 : 0;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TableException("stamping was interrupted. Run it again: it goes on from there.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
        return stamped;
    }

    private boolean update(Map<String, AttributeValue> view) {
        for (int attempt = 1; ; attempt++) {
            try {
                client.updateItem(request(view));
                return true;
            } catch (ConditionalCheckFailedException e) {
                // It expired just now, and an update would bring it back.
                return false;
            } catch (SdkException e) {
                if (!Failures.isPassing(e)) {
                    throw e;
                }
                backoff.pause(attempt, "stamping raw views", e);
            }
        }
    }

    private UpdateItemRequest request(Map<String, AttributeValue> view) {
        var update = new Expression();
        update.replace(Attributes.EXPIRES, view.get(Attributes.EXPIRES), expiry(view));
        return UpdateItemRequest.builder()
                .tableName(table.name())
                .key(Map.of(
                        Attributes.PARTITION_KEY, view.get(Attributes.PARTITION_KEY),
                        Attributes.SORT_KEY, view.get(Attributes.SORT_KEY)))
                .updateExpression(update.update())
                .conditionExpression("attribute_exists(" + Attributes.PARTITION_KEY + ") AND " + update.condition())
                .expressionAttributeNames(update.names())
                .expressionAttributeValues(update.values())
                .build();
    }
}
