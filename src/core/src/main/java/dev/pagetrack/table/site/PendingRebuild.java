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
 * The note that rollups may lack raw views until a rebuild has come to its end, and the list of pages that it goes by. The
 * note is a number, raised by whoever begins or ends writing raw views without counting them and by a rebuild that begins to
 * set rollups; so a rebuild knows whether it may take the note away.
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

    /** How it stands; 0 if it is not there. */
    public long current() {
        return Attributes.number(table.items().get(List.of(key), true).getOrDefault(key, Map.of()), Attributes.PENDING);
    }

    /** Raises it; returns how it stands then. */
    public long raise() {
        return increment(new Expression());
    }

    /**
     * Raises it for a rebuild, and only once: a call whose answer is lost is made again, and the rebuild would take that for
     * somebody else's.
     *
     * @param rebuild a number that no other rebuild has
     * @return how it stands then
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

    /** Takes it away, unless somebody raised it meanwhile: then it needs another rebuild. */
    public void clear(long asKnown) {
        table.call(client -> {
            try {
                return client.deleteItem(delete -> delete.tableName(table.name())
                        .key(key)
                        .conditionExpression("#pending = :pending")
                        .expressionAttributeNames(Map.of("#pending", Attributes.PENDING))
                        .expressionAttributeValues(Map.of(":pending", Attributes.number(asKnown))));
            } catch (ConditionalCheckFailedException e) {
                return null;
            }
        });
    }

    /** Lists pages in {@code INDEX}; those that stand there stay as they are. */
    public void list(Collection<String> pages) {
        var items = table.items();
        pages.forEach(page -> items.update(attributes.index(page), new Expression()));
    }
}
