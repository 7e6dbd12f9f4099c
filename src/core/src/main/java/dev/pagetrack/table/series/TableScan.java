package dev.pagetrack.table.series;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.OpenTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * Scans the whole table. Its only purpose is to find, for a migration, pages that have raw views but are not listed
 * anywhere.
 */
final class TableScan {

    /** How many parts of the table are read at the same time. */
    private static final int SEGMENTS = 4;

    private final OpenTable table;

    TableScan(OpenTable table) {
        this.table = table;
    }

    /**
     * The partition keys that have an item whose sort key comes before a bound.
     *
     * @param prefix the beginning of the partition keys; empty for all
     * @param sortEnd the bound, which is excluded
     * @param wanted selects partition keys
     */
    Set<String> partitions(Optional<String> prefix, String sortEnd, Predicate<String> wanted) {
        var found = ConcurrentHashMap.<String>newKeySet();
        OpenTable.inParallel(
                SEGMENTS,
                IntStream.range(0, SEGMENTS).boxed().toList(),
                segment -> scan(request(prefix, sortEnd).segment(segment), wanted, found));
        return found;
    }

    private ScanRequest.Builder request(Optional<String> prefix, String sortEnd) {
        var values = new HashMap<String, AttributeValue>();
        values.put(":end", Attributes.text(sortEnd));
        prefix.ifPresent(begin -> values.put(":prefix", Attributes.text(begin)));
        var before = Attributes.SORT_KEY + " < :end";
        return ScanRequest.builder()
                .tableName(table.name())
                .totalSegments(SEGMENTS)
                .projectionExpression(Attributes.PARTITION_KEY)
                .filterExpression(
                        prefix.isEmpty()
                                ? before
                                : before + " AND begins_with(" + Attributes.PARTITION_KEY + ", :prefix)")
                .expressionAttributeValues(values);
    }

    private void scan(ScanRequest.Builder request, Predicate<String> wanted, Set<String> found) {
        Map<String, AttributeValue> from = Map.of();
        do {
            var part = request.exclusiveStartKey(from.isEmpty() ? null : from).build();
            var answer = table.callWithRetries("looking for pages", client -> client.scan(part));
            for (var item : answer.items()) {
                var partition = Attributes.partition(item);
                if (wanted.test(partition)) {
                    found.add(partition);
                }
            }
            from = answer.lastEvaluatedKey();
        } while (!from.isEmpty());
    }
}
