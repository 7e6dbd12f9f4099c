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

/** Which log objects were ingested to their end, and what became of their lines. It only saves work: views know themselves. */
public final class LogMarkers {

    private final OpenTable table;
    private final Attributes attributes;
    private final Set<String> sources = ConcurrentHashMap.newKeySet();

    public LogMarkers(OpenTable table) {
        this.table = table;
        this.attributes = table.attributes();
    }

    /** Those of some log objects that were ingested to their end before. */
    public Set<LogObjectId> ingested(Collection<LogObjectId> objects) {
        var keys = objects.stream().distinct().collect(Collectors.toMap(attributes::object, Function.identity()));
        return table.items().existing(keys.keySet()).stream().map(keys::get).collect(Collectors.toSet());
    }

    /**
     * Notes that log objects were ingested to their end.
     *
     * @return the write units that it costs
     */
    public long markIngested(Map<LogObjectId, ObjectSummary> objects) {
        objects.keySet().forEach(id -> noteSource(id.source()));
        return table.batchWriter()
                .put(objects.entrySet().stream()
                        .map(object -> marker(object.getKey(), object.getValue()))
                        .toList());
    }

    /**
     * Notes that a log object was ingested to its end, and needs no right but to put an item: who may write by the batch may
     * delete by the batch.
     *
     * @return the write units that it costs
     */
    public long markIngested(LogObjectId id, ObjectSummary summary) {
        noteSource(id.source());
        var item = marker(id, summary);
        table.items().put(item);
        return ItemSize.units(ItemSize.of(item));
    }

    /** Names a source of log objects where an export finds it, once it has succeeded; a function lives on after a failure. */
    private void noteSource(String source) {
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
