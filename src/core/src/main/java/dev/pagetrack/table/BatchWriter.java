package dev.pagetrack.table;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Puts items by the batch, as they are: for those that are a function of their key, so that once more does no harm. */
final class BatchWriter {

    /**
     * The most items DynamoDB takes at once.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html">BatchWriteItem</a>
     */
    private static final int MAX_ITEMS = 25;

    private final DynamoDbClient client;
    private final String table;
    private final Backoff backoff;

    BatchWriter(DynamoDbClient client, String table, Backoff backoff) {
        this.client = client;
        this.table = table;
        this.backoff = backoff;
    }

    /**
     * Puts items, none twice.
     *
     * @return the write units that it costs
     */
    long put(List<Map<String, AttributeValue>> items) {
        for (int from = 0; from < items.size(); from += MAX_ITEMS) {
            putSome(items.subList(from, Math.min(items.size(), from + MAX_ITEMS)));
        }
        return items.stream()
                .mapToLong(item -> ItemSize.units(ItemSize.of(item)))
                .sum();
    }

    private void putSome(List<Map<String, AttributeValue>> items) {
        var rest = Map.of(table, items.stream().map(BatchWriter::put).toList());
        for (int attempt = 1; !rest.isEmpty(); attempt++) {
            Exception busy = new TableException("unprocessed items.");
            try {
                var asked = rest;
                rest = client.batchWriteItem(write -> write.requestItems(asked)).unprocessedItems();
            } catch (SdkException e) {
                if (!Failures.isPassing(e)) {
                    throw Failures.explain(table, e);
                }
                busy = e;
            }
            if (!rest.isEmpty()) {
                backoff.pause(attempt, "writing items of " + table, busy);
            }
        }
    }

    private static WriteRequest put(Map<String, AttributeValue> item) {
        return WriteRequest.builder()
                .putRequest(PutRequest.builder().item(item).build())
                .build();
    }
}
