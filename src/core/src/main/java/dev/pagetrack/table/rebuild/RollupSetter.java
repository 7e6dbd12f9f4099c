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
 * Sets rollups, each on condition that it still is as it was read. Ingestion only ever adds to a rollup, and each
 * rebuild that sets one counts that in it; so a rollup whose views and number of rebuilds are the same was not touched.
 */
final class RollupSetter {

    private final Items items;
    private final PendingRebuild pending;
    private final boolean dryRun;
    private final long number;
    private OptionalLong raised = OptionalLong.empty();

    /**
     * @param number a number that no other rebuild has
     */
    RollupSetter(Items items, PendingRebuild pending, boolean dryRun, long number) {
        this.items = items;
        this.pending = pending;
        this.dryRun = dryRun;
        this.number = number;
    }

    /** How the note stood once it was raised; empty if nothing was set. */
    synchronized OptionalLong raised() {
        return raised;
    }

    /** Before the first rollup is set: were this stopped then, somebody has to run it again. */
    private synchronized void raise() {
        if (raised.isEmpty()) {
            raised = OptionalLong.of(pending.raise(number));
        }
    }

    /**
     * Sets a rollup. A dry run writes nothing, but looks whether it could.
     *
     * @param item as it was read; empty if there was none
     * @return false if it changed since
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
