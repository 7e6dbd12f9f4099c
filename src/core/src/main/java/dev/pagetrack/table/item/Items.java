package dev.pagetrack.table.item;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Reads and writes items by their keys. */
public final class Items {

    /**
     * The maximum number of keys in one request.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html">BatchGetItem</a>
     */
    private static final int MAX_KEYS = 100;

    private final OpenTable table;

    Items(OpenTable table) {
        this.table = table;
    }

    /**
     * Reads items with all attributes, and passes each that exists on with its key. The reads are eventually
     * consistent: what was written a moment ago may be missing.
     */
    public void get(
            Collection<Map<String, AttributeValue>> keys,
            BiConsumer<Map<String, AttributeValue>, Map<String, AttributeValue>> found) {
        read(keys, KeysAndAttributes.builder(), item -> found.accept(key(item), item));
    }

    /** Returns the items that exist, with all attributes, by key. */
    public Map<Map<String, AttributeValue>, Map<String, AttributeValue>> get(
            Collection<Map<String, AttributeValue>> keys, boolean consistent) {
        var found = new HashMap<Map<String, AttributeValue>, Map<String, AttributeValue>>();
        read(keys, KeysAndAttributes.builder().consistentRead(consistent), item -> found.put(key(item), item));
        return found;
    }

    /** Returns those keys whose items exist, with consistent reads. */
    public Set<Map<String, AttributeValue>> existing(Collection<Map<String, AttributeValue>> keys) {
        var keysOnly = KeysAndAttributes.builder()
                .consistentRead(true)
                .projectionExpression(Attributes.PARTITION_KEY + ", " + Attributes.SORT_KEY);
        var found = new HashSet<Map<String, AttributeValue>>();
        read(keys, keysOnly, item -> found.add(key(item)));
        return found;
    }

    /** Keeps only one response in memory at a time: items may be large, and there may be many keys. */
    private void read(
            Collection<Map<String, AttributeValue>> keys,
            KeysAndAttributes.Builder request,
            Consumer<Map<String, AttributeValue>> found) {
        var all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += MAX_KEYS) {
            var some = all.subList(from, Math.min(all.size(), from + MAX_KEYS));
            readSome(request.keys(some).build(), found);
        }
    }

    private void readSome(KeysAndAttributes keys, Consumer<Map<String, AttributeValue>> found) {
        table.backoff()
                .untilNothingIsLeft(
                        table.name(), "reading items of " + table.name(), Map.of(table.name(), keys), left -> {
                            var answer = table.client().batchGetItem(get -> get.requestItems(left));
                            answer.responses()
                                    .getOrDefault(table.name(), List.of())
                                    .forEach(found);
                            return answer.unprocessedKeys();
                        });
    }

    /** Puts an item. It replaces the item with the same key, if there is one. */
    public void put(Map<String, AttributeValue> item) {
        table.call(client -> client.putItem(put -> put.tableName(table.name()).item(item)));
    }

    /**
     * Updates an item, or creates it. The call is not repeated after an error, because the update may be an addition,
     * which must not be made twice.
     *
     * @return the attributes that were set, with their new values; empty if the condition does not hold
     */
    public Optional<Map<String, AttributeValue>> update(Map<String, AttributeValue> key, Expression expression) {
        return table.call(client -> send(client, key, expression));
    }

    /**
     * Deletes an item.
     *
     * @param expression its condition
     * @return whether the condition held
     */
    public boolean delete(Map<String, AttributeValue> key, Expression expression) {
        return table.call(client -> {
            try {
                client.deleteItem(delete -> delete.tableName(table.name())
                        .key(key)
                        .conditionExpression(expression.condition())
                        .expressionAttributeNames(expression.names())
                        .expressionAttributeValues(expression.values()));
                return true;
            } catch (ConditionalCheckFailedException e) {
                return false;
            }
        });
    }

    /**
     * Updates an item as {@link #update} does, but repeats the call while it fails with a transient error. This is only
     * for an update whose condition no longer holds once the update was made.
     *
     * @param what what the call does, for messages
     * @return whether the condition held
     */
    public boolean updateWithRetries(String what, Map<String, AttributeValue> key, Expression expression) {
        return table.callWithRetries(what, client -> send(client, key, expression))
                .isPresent();
    }

    private Optional<Map<String, AttributeValue>> send(
            DynamoDbClient client, Map<String, AttributeValue> key, Expression expression) {
        try {
            return Optional.of(client.updateItem(update -> update.tableName(table.name())
                            .key(key)
                            .updateExpression(expression.update())
                            .conditionExpression(expression.condition())
                            .expressionAttributeNames(expression.names())
                            .expressionAttributeValues(expression.values())
                            .returnValues(ReturnValue.UPDATED_NEW))
                    .attributes());
        } catch (ConditionalCheckFailedException e) {
            return Optional.empty();
        }
    }

    private static Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
        return Map.of(
                Attributes.PARTITION_KEY, item.get(Attributes.PARTITION_KEY),
                Attributes.SORT_KEY, item.get(Attributes.SORT_KEY));
    }
}
