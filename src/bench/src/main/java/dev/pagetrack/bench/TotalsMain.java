package dev.pagetrack.bench;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.local.LocalDynamoDb;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.item.TableConnection;
import dev.pagetrack.table.item.TableSettings;
import dev.pagetrack.table.rebuild.RebuildSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Reads all totals of one table in the way of the blog series and in that of pagetrack, and compares the requests and
 * read units that DynamoDB Local reports. It fails if the totals differ.
 */
public final class TotalsMain {

    private static final int PAGES = 1000;

    /** The section that the handler in part 3 of the blog series reads. */
    private static final String SECTION = "blog/articles/";

    private static final int BATCH = 25;
    private static final long YEAR = 365 * 86_400L;
    private static final long FIRST = 1_735_689_600L;

    private TotalsMain() {}

    /**
     * Compares both ways of reading.
     *
     * @param arguments how many views the table has; several numbers make several tables
     */
    public static void main(String[] arguments) {
        for (var views : arguments.length == 0 ? List.of("100000", "1000000") : List.of(arguments)) {
            try (var local = LocalDynamoDb.inMemory()) {
                measure(local.client(), Integer.parseInt(views));
            }
        }
    }

    private static void measure(DynamoDbClient client, int views) {
        var settings = new TableSettings(TableSettings.DEFAULT_NAME, Optional.empty());
        var table = new PageTrackTable(TableConnection.of(client), settings);
        table.createIfMissing();
        fill(client, table, views);
        var ours = new TreeMap<String, Long>();
        table.totals(SECTION).forEach((page, total) -> ours.put(page, views(total)));
        var cost = table.queryCost();
        var series = new Series(client);
        if (!series.totals().equals(ours)) {
            throw new IllegalStateException("the totals differ");
        }
        System.out.printf(
                Locale.ROOT,
                "%,d views, %,d pages: series %,d requests, %,.1f units; pagetrack %,d requests, %,.1f units; %,.0f x fewer%n",
                views,
                ours.size(),
                series.requests,
                series.units,
                cost.requests(),
                cost.units(),
                series.units / cost.units());
    }

    private static long views(PageTotal total) {
        return total.views();
    }

    /**
     * Writes views of one year, of pages by Zipf's law, without counting them, like a back-fill; a rebuild counts them.
     */
    private static void fill(DynamoDbClient client, PageTrackTable table, int views) {
        var random = new Random(7);
        var pages = new ArrayList<String>();
        for (int page = 0; page < PAGES; page++) {
            pages.add(String.format(
                    Locale.ROOT, SECTION + "2025-%02d-%02d-article-%04d/", page % 12 + 1, page % 28 + 1, page));
        }
        table.maintenance().addPages(pages);
        var batch = new ArrayList<WriteRequest>();
        for (int view = 0; view < views; view++) {
            int page = (int) (Math.pow(PAGES + 1.0, random.nextDouble()) - 1);
            batch.add(put(pages.get(page), FIRST + (long) (random.nextDouble() * YEAR), view));
            if (batch.size() == BATCH || view == views - 1) {
                var items = List.copyOf(batch);
                client.batchWriteItem(write -> write.requestItems(Map.of(TableSettings.DEFAULT_NAME, items)));
                batch.clear();
            }
        }
        table.maintenance().rebuild(new RebuildSettings(false, Optional.empty()));
    }

    private static WriteRequest put(String page, long second, int id) {
        return WriteRequest.builder()
                .putRequest(PutRequest.builder()
                        .item(Map.of(
                                "UserPages", AttributeValue.fromS(page),
                                "SortKey", AttributeValue.fromS(second + String.format(Locale.ROOT, ".%039d", id)),
                                "Browser", AttributeValue.fromS("Firefox"),
                                "Country", AttributeValue.fromS("DE")))
                        .build())
                .build();
    }

    /**
     * The handler in part 3 of the blog series, with one correction: it also reads results beyond the first megabyte.
     */
    private static final class Series {

        private final DynamoDbClient client;
        private long requests;
        private double units;

        Series(DynamoDbClient client) {
            this.client = client;
        }

        Map<String, Long> totals() {
            var totals = new TreeMap<String, Long>();
            var pages = new ArrayList<String>();
            ask(
                    query("INDEX")
                            .projectionExpression("UserPages,SortKey")
                            .keyConditionExpression("UserPages = :pk AND begins_with(SortKey, :sk)")
                            .expressionAttributeValues(
                                    Map.of(":pk", AttributeValue.fromS("INDEX"), ":sk", AttributeValue.fromS(SECTION))),
                    pages);
            for (var page : pages) {
                long views = ask(query(page).select(Select.COUNT), null);
                if (views > 0) {
                    totals.put(page, views);
                }
            }
            return totals;
        }

        private static QueryRequest.Builder query(String partition) {
            return QueryRequest.builder()
                    .tableName(TableSettings.DEFAULT_NAME)
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                    .keyConditionExpression("UserPages = :pk")
                    .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition)));
        }

        private long ask(QueryRequest.Builder query, @Nullable List<String> sortKeys) {
            long count = 0;
            for (var answer : client.queryPaginator(query.build())) {
                requests++;
                units += answer.consumedCapacity().capacityUnits();
                count += answer.count();
                if (sortKeys != null) {
                    answer.items()
                            .forEach(item -> sortKeys.add(
                                    requireNonNull(item.get("SortKey")).s()));
                }
            }
            return count;
        }
    }
}
