package dev.pagetrack.table.rebuild;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Expression;
import dev.pagetrack.table.item.Items;
import dev.pagetrack.table.site.PendingRebuild;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Sets rollups, each on condition that it has not changed since it was read. Ingestion only adds to a rollup, and each
 * rebuild increases a counter in the rollups that it sets. So a rollup with the same views and the same counter has not
 * changed.
 */
final class RollupSetter {

    private final Items items;
    private final PendingRebuild pending;
    private final boolean dryRun;
    private final long number;
    private OptionalLong raised = OptionalLong.empty();

    /**
     * @param number identifies this rebuild; no other rebuild has it
     */
    RollupSetter(Items items, PendingRebuild pending, boolean dryRun, long number) {
        this.items = items;
        this.pending = pending;
        this.dryRun = dryRun;
        this.number = number;
    }

    /** The value of the pending note after this rebuild raised it; empty if no rollup was set. */
    synchronized OptionalLong raised() {
        return raised;
    }

    /** Raises the pending note before the first rollup is set: if this run is stopped, another one must follow. */
    private synchronized void raise() {
        if (raised.isEmpty()) {
            raised = OptionalLong.of(pending.raise(number));
        }
    }

    /**
     * Sets a rollup. A dry run writes nothing, but checks whether the rollup has changed.
     *
     * @param item the rollup as it was read; empty if there was none
     * @return false if it has changed since
     */
    boolean set(Map<String, AttributeValue> key, Map<String, AttributeValue> item, Expression update) {
        if (dryRun) {
            return items.get(List.of(key), true).getOrDefault(key, Map.of()).equals(item);
        }
        raise();
        update.add(Attributes.REBUILT, 1);
        List.of(Attributes.VIEWS, Attributes.REBUILT, Attributes.FIRST, Attributes.LAST)
                .forEach(name -> update.requireAsRead(item, name));
        return items.updateWithRetries("rebuilding", key, update);
    }
}
