package dev.pagetrack.table.rebuild;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Expression;
import dev.pagetrack.table.item.Items;
import dev.pagetrack.table.site.RebuildNote;
import dev.pagetrack.table.site.RebuildNotes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Sets rollups, each on condition that it has not changed since it was read. Ingestion only adds to a rollup, and each
 * rebuild increases a counter in the rollups that it sets. So a rollup with the same views and the same counter has not
 * changed.
 */
final class RollupSetter {

    private final Items items;
    private final RebuildNotes notes;
    private final boolean dryRun;
    private Optional<RebuildNote> note = Optional.empty();

    RollupSetter(Items items, RebuildNotes notes, boolean dryRun) {
        this.items = items;
        this.notes = notes;
        this.dryRun = dryRun;
    }

    /** The note of this rebuild; empty if no rollup was set. */
    synchronized Optional<RebuildNote> note() {
        return note;
    }

    /** Raises a note before the first rollup is set: if this run is stopped, another one must follow. */
    private synchronized void raise() {
        if (note.isEmpty()) {
            note = Optional.of(notes.raise());
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
