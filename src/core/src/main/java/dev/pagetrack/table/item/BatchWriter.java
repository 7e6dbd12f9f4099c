package dev.pagetrack.table.item;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Puts items in batches, without a condition. A put may be repeated, so this is only for items whose content follows
 * from their key.
 */
public final class BatchWriter {

    /**
     * The maximum number of items in one request.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html">BatchWriteItem</a>
     */
    private static final int MAX_ITEMS = 25;

    private final OpenTable table;

    BatchWriter(OpenTable table) {
        this.table = table;
    }

    /**
     * Puts items. No two of them may have the same key.
     *
     * @return the write units that this costs
     */
    public long put(List<Map<String, AttributeValue>> items) {
        for (int from = 0; from < items.size(); from += MAX_ITEMS) {
            putSome(items.subList(from, Math.min(items.size(), from + MAX_ITEMS)));
        }
        return items.stream()
                .mapToLong(item -> ItemSize.units(ItemSize.of(item)))
                .sum();
    }

    private void putSome(List<Map<String, AttributeValue>> items) {
        var all = Map.of(table.name(), items.stream().map(BatchWriter::put).toList());
        table.backoff()
                .untilNothingIsLeft(
                        table.name(),
                        "writing items of " + table.name(),
                        all,
                        left -> table.client()
                                .batchWriteItem(write -> write.requestItems(left))
                                .unprocessedItems());
    }

    private static WriteRequest put(Map<String, AttributeValue> item) {
        return WriteRequest.builder()
                .putRequest(PutRequest.builder().item(item).build())
                .build();
    }
}
