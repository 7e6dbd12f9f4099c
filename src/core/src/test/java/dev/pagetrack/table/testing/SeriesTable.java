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

/** Writes items as the functions of the blog series do. */
public final class SeriesTable {

    private static final int BATCH = 25;

    private final DynamoDbClient client;
    private final String prefix;

    private SeriesTable(DynamoDbClient client, String prefix) {
        this.client = client;
        this.prefix = prefix;
    }

    /** As parts 1 to 3 do it. */
    public static SeriesTable article(DynamoDbClient client) {
        return new SeriesTable(client, "");
    }

    /** As the author's own site does it. */
    public static SeriesTable production(DynamoDbClient client, String owner) {
        return new SeriesTable(client, owner + "#");
    }

    /** Views of a page, and its entry in the list of pages. */
    public SeriesTable views(String page, long... seconds) {
        var items = new ArrayList<Map<String, AttributeValue>>();
        // As its put on condition that there is none.
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

    /** A view, or what stands for one, that no list names: as the function of part 2 wrote it. */
    public SeriesTable unlisted(String page, String... sortKeys) {
        put(Arrays.stream(sortKeys).map(sortKey -> key(prefix + page, sortKey)).toList());
        return this;
    }

    /** A share button of a page was used. */
    public SeriesTable share(String page, long second) {
        put(List.of(key(prefix + page, ":SHARE#" + second)));
        return this;
    }

    /** What the counters of a month say of a page: its days, as {@code D01}. */
    public SeriesTable counters(String page, String month, Map<String, Long> days) {
        var owner = prefix.substring(0, prefix.length() - 1);
        var lower = page.toLowerCase(Locale.ROOT);
        update(
                key(owner, "PAGES#" + month),
                Map.of(lower, days.values().stream().mapToLong(Long::longValue).sum()));
        update(key(prefix + lower, "VISITS#" + month), days);
        return this;
    }

    /** As DynamoDB does it with a view some time after it is due. */
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
