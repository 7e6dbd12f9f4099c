package dev.pagetrack.table;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Says that rollups may lack raw views until a rebuild has come to its end. It is a number, raised by whoever begins or ends
 * writing raw views without counting them and by a rebuild that begins to set rollups; so a rebuild knows whether it may
 * take the flag away.
 */
final class PendingFlag {

    private final DynamoDbClient client;
    private final String table;
    private final Map<String, AttributeValue> key;
    private final Items items;

    PendingFlag(DynamoDbClient client, String table, Attributes attributes, Items items) {
        this.client = client;
        this.table = table;
        this.key = attributes.rebuild();
        this.items = items;
    }

    /** How it stands; 0 if it is not there. */
    long read() {
        return Attributes.number(items.get(List.of(key), true).getOrDefault(key, Map.of()), Attributes.PENDING);
    }

    /** Raises it; returns how it stands then. */
    long raise() {
        return Failures.explained(table, () -> {
            var update = new Expression();
            update.add(Attributes.PENDING, 1);
            var raised = client.updateItem(call -> call.tableName(table)
                    .key(key)
                    .updateExpression(update.update())
                    .expressionAttributeNames(update.names())
                    .expressionAttributeValues(update.values())
                    .returnValues(ReturnValue.UPDATED_NEW));
            return Attributes.number(raised.attributes(), Attributes.PENDING);
        });
    }

    /** Takes it away, unless somebody raised it meanwhile: then it needs another rebuild. */
    void clear(long asKnown) {
        Failures.explained(table, () -> {
            try {
                return client.deleteItem(delete -> delete.tableName(table)
                        .key(key)
                        .conditionExpression("#pending = :pending")
                        .expressionAttributeNames(Map.of("#pending", Attributes.PENDING))
                        .expressionAttributeValues(Map.of(":pending", Attributes.number(asKnown))));
            } catch (ConditionalCheckFailedException e) {
                return null;
            }
        });
    }
}
