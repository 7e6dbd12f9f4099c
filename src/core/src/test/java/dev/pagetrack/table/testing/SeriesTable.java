package dev.pagetrack.table.testing;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Expression;
import dev.pagetrack.table.item.TableSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Writes items as the Lambda functions of the blog series do. */
public final class SeriesTable {

    private static final int BATCH = 25;

    private final DynamoDbClient client;
    private final String prefix;

    private SeriesTable(DynamoDbClient client, String prefix) {
        this.client = client;
        this.prefix = prefix;
    }

    /** Writes items in the layout of parts 1 to 3. */
    public static SeriesTable article(DynamoDbClient client) {
        return new SeriesTable(client, "");
    }

    /** Writes items in the layout of the series' own site. */
    public static SeriesTable production(DynamoDbClient client, String owner) {
        return new SeriesTable(client, owner + "#");
    }

    /** Writes raw views of a page, and its entry in the list of pages. */
    public SeriesTable views(String page, long... seconds) {
        var items = new ArrayList<Map<String, AttributeValue>>();
        // Has the same effect as the function's put on condition that the item does not exist.
        client.updateItem(list -> list.tableName(TableSettings.DEFAULT_NAME).key(key(prefix + "INDEX", prefix + page)));
        for (long second : seconds) {
            var item = new HashMap<>(key(prefix + page, Long.toString(second)));
            item.put(
                    "AgentString",
                    Attributes.text("Mozilla/5.0 (X11; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/115.0"));
            item.put("RemoteAddress", Attributes.text("203.0.113.7"));
            item.put("ServiceTime", Attributes.number(17));
            item.put("Referrer", Attributes.text("https://www.example.org/links?a=b"));
            item.put("SourceObject", Attributes.text("logs/2022-09-08-03-17-39-EXAMPLE0123ABCDEF"));
            items.add(item);
        }
        put(items);
        return this;
    }

    /** Writes raw views, or items among them, of a page that no list names: the function of part 2 did so. */
    public SeriesTable unlisted(String page, String... sortKeys) {
        put(Arrays.stream(sortKeys).map(sortKey -> key(prefix + page, sortKey)).toList());
        return this;
    }

    /** Writes the item of a click on a page's share button. */
    public SeriesTable share(String page, long second) {
        put(List.of(key(prefix + page, ":SHARE#" + second)));
        return this;
    }

    /**
     * Writes the counters of a page in a month.
     *
     * @param days the views by day, with names such as {@code D01}
     */
    public SeriesTable counters(String page, String month, Map<String, Long> days) {
        var owner = prefix.substring(0, prefix.length() - 1);
        var lower = page.toLowerCase(Locale.ROOT);
        update(
                key(owner, "PAGES#" + month),
                Map.of(lower, days.values().stream().mapToLong(Long::longValue).sum()));
        update(key(prefix + lower, "VISITS#" + month), days);
        return this;
    }

    /** Deletes a raw view, as DynamoDB does some time after it has expired. */
    public SeriesTable expire(String page, long second) {
        client.deleteItem(
                delete -> delete.tableName(TableSettings.DEFAULT_NAME).key(key(prefix + page, Long.toString(second))));
        return this;
    }

    private void update(Map<String, AttributeValue> key, Map<String, Long> counts) {
        var update = new Expression();
        counts.forEach(update::add);
        client.updateItem(add -> add.tableName(TableSettings.DEFAULT_NAME)
                .key(key)
                .updateExpression(update.update())
                .expressionAttributeNames(update.names())
                .expressionAttributeValues(update.values()));
    }

    private void put(List<Map<String, AttributeValue>> items) {
        for (int from = 0; from < items.size(); from += BATCH) {
            var some = items.subList(from, Math.min(items.size(), from + BATCH)).stream()
                    .map(item -> WriteRequest.builder()
                            .putRequest(PutRequest.builder().item(item).build())
                            .build())
                    .toList();
            client.batchWriteItem(write -> write.requestItems(Map.of(TableSettings.DEFAULT_NAME, some)));
        }
    }

    private static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of("UserPages", Attributes.text(partition), "SortKey", Attributes.text(sort));
    }
}
