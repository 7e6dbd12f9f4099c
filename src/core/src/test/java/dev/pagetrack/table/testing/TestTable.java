package dev.pagetrack.table.testing;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.local.LocalDynamoDb;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Backoff;
import dev.pagetrack.table.item.OpenTable;
import dev.pagetrack.table.item.TableConnection;
import dev.pagetrack.table.item.TableSettings;
import dev.pagetrack.table.ledger.LedgerReport;
import dev.pagetrack.view.View;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A new table in memory, in its own DynamoDB Local, with methods that write test data and show all items as text. */
public final class TestTable implements AutoCloseable {

    /** Does not wait before it tries again. */
    public static final Backoff BACKOFF = new Backoff(new Random(1), time -> {});

    private final LocalDynamoDb local = LocalDynamoDb.inMemory();
    private final PageTrackTable table;

    public TestTable() {
        this(Optional.empty());
    }

    public TestTable(Optional<String> siteId) {
        table = new PageTrackTable(
                TableConnection.of(local.client()), new TableSettings(TableSettings.DEFAULT_NAME, siteId), BACKOFF);
        table.createIfMissing();
    }

    public PageTrackTable table() {
        return table;
    }

    /** Counts views. */
    public LedgerReport write(Collection<View> views) {
        try (var ledger = table.ledger()) {
            return ledger.write(views);
        }
    }

    /** Writes raw views and lists their pages without counting, as a bulk back-fill does. */
    public void writeRaw(Collection<View> views) {
        table.maintenance().addPages(views.stream().map(View::page).distinct().toList());
        for (var view : views) {
            var item = new HashMap<>(new Attributes(Optional.empty()).rawView(view));
            item.put(Attributes.BROWSER, Attributes.text(view.browser()));
            item.put(Attributes.COUNTRY, Attributes.text(view.country()));
            local.client()
                    .putItem(put -> put.tableName(TableSettings.DEFAULT_NAME).item(item));
        }
    }

    /** Returns a table that does not exist. */
    public PageTrackTable missing() {
        return new PageTrackTable(
                TableConnection.of(local.client()), new TableSettings("Elsewhere", Optional.empty()), BACKOFF);
    }

    /** Deletes a page's {@code INDEX} item. */
    public void deletePage(String page) {
        var key = new Attributes(Optional.empty()).index(page);
        local.client()
                .deleteItem(
                        delete -> delete.tableName(TableSettings.DEFAULT_NAME).key(key));
    }

    /** Deletes what has expired, as DynamoDB does some time after the expiry. */
    public void expire(Instant now) {
        for (var item : local.client()
                .scanPaginator(scan -> scan.tableName(TableSettings.DEFAULT_NAME))
                .items()) {
            if (Attributes.number(item, Attributes.EXPIRES, Long.MAX_VALUE) <= now.getEpochSecond()) {
                local.client()
                        .deleteItem(delete -> delete.tableName(TableSettings.DEFAULT_NAME)
                                .key(Attributes.key(Attributes.partition(item), Attributes.sortKey(item))));
            }
        }
    }

    /** Makes a month wrong: moves the views of one day to another. */
    public void moveDay(String page, String month, String from, String to) {
        var key = new Attributes(Optional.empty()).month(YearMonth.parse(month), page);
        local.client()
                .updateItem(update -> update.tableName(TableSettings.DEFAULT_NAME)
                        .key(key)
                        .updateExpression("SET #to = #from REMOVE #from")
                        .expressionAttributeNames(Map.of("#from", from, "#to", to)));
    }

    /** Makes an {@code INDEX} item invalid, so that every write of a view of this page fails. */
    public void corrupt(String page) {
        var item = new HashMap<>(new Attributes(Optional.empty()).index(page));
        item.put(Attributes.VIEWS, Attributes.text("no number"));
        local.client().putItem(put -> put.tableName(TableSettings.DEFAULT_NAME).item(item));
    }

    /** Returns the same table for another site or with another client. */
    public PageTrackTable as(DynamoDbClient client, Optional<String> siteId) {
        return new PageTrackTable(
                TableConnection.of(client), new TableSettings(TableSettings.DEFAULT_NAME, siteId), BACKOFF);
    }

    /** Returns the same table with another clock. */
    public PageTrackTable at(Clock clock) {
        return new PageTrackTable(
                TableConnection.of(local.client()),
                new TableSettings(TableSettings.DEFAULT_NAME, Optional.empty()),
                BACKOFF,
                clock);
    }

    public OpenTable open() {
        return new OpenTable(
                local.client(),
                new TableSettings(TableSettings.DEFAULT_NAME, Optional.empty()),
                BACKOFF,
                Clock.systemUTC());
    }

    public DynamoDbClient client() {
        return local.client();
    }

    /** Serves the table over HTTP, and returns the port. */
    public int serve() {
        return local.serve(0);
    }

    /** Returns all items as text, sorted: {@code INDEX | blog/ | Views=3 …}. */
    public List<String> items() {
        return local.client().scanPaginator(scan -> scan.tableName(TableSettings.DEFAULT_NAME)).items().stream()
                .map(TestTable::text)
                .sorted()
                .toList();
    }

    /** Returns the items of a partition as text. */
    public List<String> items(String partition) {
        return items().stream()
                .filter(item -> item.startsWith(partition + " | "))
                .toList();
    }

    private static String text(Map<String, AttributeValue> item) {
        var rest = new TreeMap<>(item);
        var key = requireNonNull(rest.remove(Attributes.PARTITION_KEY)).s() + " | "
                + requireNonNull(rest.remove(Attributes.SORT_KEY)).s();
        return key + " | "
                + rest.entrySet().stream()
                        .map(attribute -> attribute.getKey() + "=" + text(attribute.getValue()))
                        .collect(Collectors.joining(" "));
    }

    private static String text(AttributeValue value) {
        if (value.hasM()) {
            return new TreeMap<>(value.m())
                    .entrySet().stream()
                            .map(entry -> entry.getKey() + ":" + text(entry.getValue()))
                            .collect(Collectors.joining(",", "{", "}"));
        }
        return value.n() == null ? value.s() : value.n();
    }

    /** Returns a view of a page at a second, with an id of its own. */
    public static View view(String page, long second, int id) {
        return new View(page, second, String.format(Locale.ROOT, "%039d", id), "Firefox", "DE", "");
    }

    /** Returns views of a page, one for each second. */
    public static List<View> views(String page, long from, int count) {
        var views = new ArrayList<View>();
        for (int i = 0; i < count; i++) {
            views.add(view(page, from + i, i));
        }
        return views;
    }

    @Override
    public void close() {
        local.close();
    }
}
