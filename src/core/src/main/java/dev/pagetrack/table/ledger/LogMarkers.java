package dev.pagetrack.table.ledger;

import dev.pagetrack.log.LogObjectId;
import dev.pagetrack.log.Rejection;
import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.ItemSize;
import dev.pagetrack.table.item.OpenTable;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads and writes the markers of log objects: which were ingested completely, and with what result. A marker only
 * saves work. Without it, an object is read again, and its raw views show that they were counted.
 */
public final class LogMarkers {

    private final OpenTable table;
    private final Attributes attributes;
    private final Set<String> sources = ConcurrentHashMap.newKeySet();

    public LogMarkers(OpenTable table) {
        this.table = table;
        this.attributes = table.attributes();
    }

    /** Returns those log objects that were ingested completely. */
    public Set<LogObjectId> ingested(Collection<LogObjectId> objects) {
        var keys = objects.stream().distinct().collect(Collectors.toMap(attributes::object, Function.identity()));
        return table.items().existing(keys.keySet()).stream().map(keys::get).collect(Collectors.toSet());
    }

    /**
     * Writes markers of log objects that were ingested completely.
     *
     * @return the write units that this costs
     */
    public long markIngested(Map<LogObjectId, ObjectSummary> objects) {
        objects.keySet().forEach(id -> storeSource(id.source()));
        return table.batchWriter()
                .put(objects.entrySet().stream()
                        .map(object -> marker(object.getKey(), object.getValue()))
                        .toList());
    }

    /**
     * Writes the marker of a log object that was ingested completely. This only needs the permission to put an item:
     * the permission for batches would also permit to delete items.
     *
     * @return the write units that this costs
     */
    public long markIngested(LogObjectId id, ObjectSummary summary) {
        storeSource(id.source());
        var item = marker(id, summary);
        table.items().put(item);
        return ItemSize.units(ItemSize.of(item));
    }

    /**
     * Stores the name of a source of log objects, so that an export finds its markers. The source is remembered only
     * after that succeeded, because a Lambda function may go on after a failure.
     */
    private void storeSource(String source) {
        if (!sources.contains(source)) {
            table.items().put(attributes.source(source));
            sources.add(source);
        }
    }

    private Map<String, AttributeValue> marker(LogObjectId id, ObjectSummary summary) {
        var item = new HashMap<>(attributes.object(id));
        item.put(Attributes.NAME, Attributes.text(summary.name()));
        item.put(Attributes.FORMAT, Attributes.text(summary.format()));
        item.put(Attributes.LINES, Attributes.number(summary.lines()));
        item.put(Attributes.COUNTED, Attributes.number(summary.counted()));
        item.put(Attributes.REJECTED, byReason(summary.rejected()));
        item.put(Attributes.EXAMPLES, byReason(summary.examples()));
        return item;
    }

    private static AttributeValue byReason(Map<Rejection, Long> numbers) {
        return AttributeValue.fromM(numbers.entrySet().stream()
                .collect(Collectors.toMap(
                        reason -> reason.getKey().label(), reason -> Attributes.number(reason.getValue()))));
    }
}
