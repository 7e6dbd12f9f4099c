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
 * The state of the migration of views to a site: where they come from, whether the views that only counters hold were
 * copied, and whether the migration has finished.
 */
public final class MigrationState {

    private final Items items;
    private final Map<String, AttributeValue> key;

    public MigrationState(OpenTable table) {
        this.items = table.items();
        this.key = table.attributes().moved();
    }

    /** Returns where views are being moved from, if a migration has begun and not finished. */
    public Optional<String> unfinishedSource() {
        return read().filter(item -> !item.containsKey(Attributes.ENDED))
                .map(item -> Attributes.text(item, Attributes.FROM));
    }

    /** Whether the views that only counters hold were copied. */
    public boolean isCarried() {
        return read().filter(item -> item.containsKey(Attributes.CARRIED)).isPresent();
    }

    /**
     * Checks that no views were moved from another place.
     *
     * @param from the place from which views are to be moved
     * @throws TableException if views were moved to this site from another place
     */
    public void requireSame(String from) {
        read().map(item -> Attributes.text(item, Attributes.FROM))
                .filter(other -> !other.equals(from))
                .ifPresent(other -> {
                    throw new TableException("this site has the views of " + other + " already: move those of " + from
                            + " to another <siteId> (pagetrack.siteId).");
                });
    }

    /** Notes that a migration begins, maybe not for the first time. */
    public void begin(String from) {
        var update = new Expression();
        update.set(Attributes.FROM, Attributes.text(from));
        update.remove(Attributes.ENDED);
        items.update(key, update);
    }

    /** Notes that the views that only counters hold were copied. */
    public void markCarried() {
        mark(Attributes.CARRIED);
    }

    /** Notes that the migration has finished. */
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
