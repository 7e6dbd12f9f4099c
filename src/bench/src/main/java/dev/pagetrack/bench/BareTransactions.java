package dev.pagetrack.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What a table could take: transactions of 100 new rows like raw views, one after the other, and nothing else. */
final class BareTransactions {

    private static final int ACTIONS = 100;

    private final DynamoDbClient client;
    private final String table;

    BareTransactions(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    void write(int rows) {
        for (int from = 0; from < rows; from += ACTIONS) {
            var actions = actions(from, Math.min(rows, from + ACTIONS));
            client.transactWriteItems(write -> write.transactItems(actions));
        }
    }

    private List<TransactWriteItem> actions(int from, int to) {
        return IntStream.range(from, to).mapToObj(this::put).toList();
    }

    private TransactWriteItem put(int row) {
        var item = Map.of(
                "UserPages", text("blog/articles/2025-07-05-table-table-memory-%03d/".formatted(row / 97)),
                "SortKey", text("1777810659.%039d".formatted(row)),
                "Browser", text("Chrome"),
                "Country", text("DE"),
                "Referrer", text("google.com"));
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(UserPages)"))
                .build();
    }

    private static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }
}
