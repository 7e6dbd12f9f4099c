package dev.pagetrack.table;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads items by their keys, as many as there are. */
final class Items {

    /**
     * The most keys DynamoDB takes at once.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html">BatchGetItem</a>
     */
    private static final int MAX_KEYS = 100;

    private final DynamoDbClient client;
    private final String table;
    private final Backoff backoff;

    Items(DynamoDbClient client, String table, Backoff backoff) {
        this.client = client;
        this.table = table;
        this.backoff = backoff;
    }

    /**
     * Tells the items that exist, whole, each with its key. Not consistent: what was written a moment ago may be missing.
     */
    void get(
            Collection<Map<String, AttributeValue>> keys,
            BiConsumer<Map<String, AttributeValue>, Map<String, AttributeValue>> found) {
        read(keys, KeysAndAttributes.builder(), item -> found.accept(key(item), item));
    }

    /** The items that exist, whole, by key. */
    Map<Map<String, AttributeValue>, Map<String, AttributeValue>> get(
            Collection<Map<String, AttributeValue>> keys, boolean consistent) {
        var found = new HashMap<Map<String, AttributeValue>, Map<String, AttributeValue>>();
        read(keys, KeysAndAttributes.builder().consistentRead(consistent), item -> found.put(key(item), item));
        return found;
    }

    /** Those of the keys that exist. */
    Set<Map<String, AttributeValue>> existing(Collection<Map<String, AttributeValue>> keys) {
        var keysOnly = KeysAndAttributes.builder()
                .consistentRead(true)
                .projectionExpression(Attributes.PARTITION_KEY + ", " + Attributes.SORT_KEY);
        var found = new HashSet<Map<String, AttributeValue>>();
        read(keys, keysOnly, item -> found.add(key(item)));
        return found;
    }

    /** Never holds more than one answer: items may be large, and the keys many. */
    private void read(
            Collection<Map<String, AttributeValue>> keys,
            KeysAndAttributes.Builder how,
            Consumer<Map<String, AttributeValue>> found) {
        var all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += MAX_KEYS) {
            var some = all.subList(from, Math.min(all.size(), from + MAX_KEYS));
            readSome(how.keys(some).build(), found);
        }
    }

    private void readSome(KeysAndAttributes keys, Consumer<Map<String, AttributeValue>> found) {
        var rest = Map.of(table, keys);
        for (int attempt = 1; !rest.isEmpty(); attempt++) {
            Exception busy = new TableException("unprocessed keys.");
            try {
                var asked = rest;
                var response = client.batchGetItem(get -> get.requestItems(asked));
                response.responses().getOrDefault(table, List.of()).forEach(found);
                rest = response.unprocessedKeys();
            } catch (SdkException e) {
                if (!Failures.isPassing(e)) {
                    throw Failures.explain(table, e);
                }
                busy = e;
            }
            if (!rest.isEmpty()) {
                backoff.pause(attempt, "reading items of " + table, busy);
            }
        }
    }

    private static Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
        return Map.of(
                Attributes.PARTITION_KEY, item.get(Attributes.PARTITION_KEY),
                Attributes.SORT_KEY, item.get(Attributes.SORT_KEY));
    }
}
