package dev.pagetrack.table.site;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Expression;
import dev.pagetrack.table.item.OpenTable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * A number in the table which says that rollups may lack raw views until a rebuild has finished, and the list of pages
 * that the rebuild reads. A writer raises the number when it begins and when it ends to write raw views without
 * counting them. A rebuild raises it when it begins to set rollups. So a rebuild can tell whether it may remove the
 * number at its end.
 */
public final class PendingRebuild {

    private final OpenTable table;
    private final Attributes attributes;
    private final Map<String, AttributeValue> key;

    public PendingRebuild(OpenTable table) {
        this.table = table;
        this.attributes = table.attributes();
        this.key = attributes.rebuild();
    }

    /** Returns the number; 0 if no rebuild is pending. */
    public long current() {
        return Attributes.number(table.items().get(List.of(key), true).getOrDefault(key, Map.of()), Attributes.PENDING);
    }

    /** Raises the number, and returns the new one. */
    public long raise() {
        return increment(new Expression());
    }

    /**
     * Raises the number for a rebuild, and only once. A call whose response is lost is repeated, and without this check
     * the rebuild would think that another process had raised the number.
     *
     * @param rebuild a number that identifies the rebuild
     * @return the number in the table
     */
    public long raise(long rebuild) {
        var update = new Expression();
        update.setIf(Attributes.PENDING_BY, " <> ", rebuild);
        return increment(update);
    }

    private long increment(Expression update) {
        update.add(Attributes.PENDING, 1);
        return table.items()
                .update(key, update)
                .map(raised -> Attributes.number(raised, Attributes.PENDING))
                .orElseGet(this::current);
    }

    /** Removes the number, unless it was raised meanwhile: then another rebuild is needed. */
    public void clear(long expected) {
        table.call(client -> {
            try {
                return client.deleteItem(delete -> delete.tableName(table.name())
                        .key(key)
                        .conditionExpression("#pending = :pending")
                        .expressionAttributeNames(Map.of("#pending", Attributes.PENDING))
                        .expressionAttributeValues(Map.of(":pending", Attributes.number(expected))));
            } catch (ConditionalCheckFailedException e) {
                return null;
            }
        });
    }

    /** Adds pages to {@code INDEX}. Items of pages that are already there do not change. */
    public void list(Collection<String> pages) {
        var items = table.items();
        pages.forEach(page -> items.update(attributes.index(page), new Expression()));
    }
}
