package dev.pagetrack.table.site;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Expression;
import dev.pagetrack.table.item.Items;
import dev.pagetrack.table.item.OpenTable;
import dev.pagetrack.table.item.TableException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a site notes of views that are moved to it: where from, whether what only counters know was carried over, and
 * whether all came to its end.
 */
public final class MigrationState {

    private final Items items;
    private final Map<String, AttributeValue> key;

    public MigrationState(OpenTable table) {
        this.items = table.items();
        this.key = table.attributes().moved();
    }

    /** Where views are being moved from, if that has begun and not come to its end. */
    public Optional<String> unfinishedSource() {
        return read().filter(item -> !item.containsKey(Attributes.ENDED))
                .map(item -> Attributes.text(item, Attributes.FROM));
    }

    public boolean isCarried() {
        return read().filter(item -> item.containsKey(Attributes.CARRIED)).isPresent();
    }

    /**
     * Makes sure that views come from one place only.
     *
     * @throws TableException if this site has views of another
     */
    public void requireSame(String from) {
        read().map(item -> Attributes.text(item, Attributes.FROM))
                .filter(other -> !other.equals(from))
                .ifPresent(other -> {
                    throw new TableException("this site has the views of " + other + " already: those of " + from
                            + " need a <siteId> (pagetrack.siteId) of their own.");
                });
    }

    /** Moving begins, perhaps once more. */
    public void begin(String from) {
        var update = new Expression();
        update.set(Attributes.FROM, Attributes.text(from));
        update.remove(Attributes.ENDED);
        items.update(key, update);
    }

    public void markCarried() {
        mark(Attributes.CARRIED);
    }

    public void markEnded() {
        mark(Attributes.ENDED);
    }

    private void mark(String name) {
        var update = new Expression();
        update.set(name, 1);
        items.update(key, update);
    }

    private Optional<Map<String, AttributeValue>> read() {
        return Optional.ofNullable(items.get(List.of(key), true).get(key));
    }
}
