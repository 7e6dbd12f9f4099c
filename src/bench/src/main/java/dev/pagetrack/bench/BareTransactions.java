package dev.pagetrack.bench;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Measures what a table can accept: it writes transactions of 100 new rows, copies of raw views of an ingestion. */
final class BareTransactions {

    private static final int ACTIONS = 100;
    private static final Pattern RAW_VIEW = Pattern.compile("\\d+\\.\\d{39}");

    private final DynamoDbClient client;
    private final String table;

    BareTransactions(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /** The raw views in the table, in the order of the table. */
    List<Map<String, AttributeValue>> rows() {
        return client.scanPaginator(scan -> scan.tableName(table)).items().stream()
                .filter(item -> RAW_VIEW.matcher(
                                requireNonNull(item.get("SortKey")).s())
                        .matches())
                .toList();
    }

    /** Writes rows with the given number of threads, each of which sends one transaction after the other. */
    void write(List<Map<String, AttributeValue>> rows, int threads) {
        var next = new AtomicInteger();
        var writers = IntStream.range(0, threads)
                .mapToObj(any -> new Thread(() -> writeAll(rows, next)))
                .toList();
        writers.forEach(Thread::start);
        writers.forEach(BareTransactions::join);
    }

    private void writeAll(List<Map<String, AttributeValue>> rows, AtomicInteger next) {
        for (int from = next.getAndAdd(ACTIONS); from < rows.size(); from = next.getAndAdd(ACTIONS)) {
            var actions = rows.subList(from, Math.min(rows.size(), from + ACTIONS)).stream()
                    .map(this::put)
                    .toList();
            client.transactWriteItems(write -> write.transactItems(actions));
        }
    }

    private TransactWriteItem put(Map<String, AttributeValue> row) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(row).conditionExpression("attribute_not_exists(UserPages)"))
                .build();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
