package dev.pagetrack.bench;

import dev.pagetrack.bench.logs.LogSet;
import dev.pagetrack.ingest.Ingestion;
import dev.pagetrack.local.LocalDynamoDb;
import dev.pagetrack.log.LogObject;
import dev.pagetrack.source.LogSources;
import dev.pagetrack.source.S3LogClient;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.item.TableConnection;
import dev.pagetrack.table.item.TableSettings;
import dev.pagetrack.view.ViewPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Compares an ingestion into DynamoDB Local in memory with bare transactions that write the same rows, 100 in each:
 * {@code LedgerMain [lines of an object] [objects] [rounds]}. Both have the same number of transactions in flight, one
 * or four, and run in turn, each with a new table. An ingestion also reads the logs and updates the totals. The first
 * round is a warm-up and does not count.
 */
public final class LedgerMain {

    /** Lines with some 20,000 views. */
    private static final int LINES = 97_000;

    private static final int PAGES = 200;
    private static final int ROUNDS = 5;

    private LedgerMain() {}

    public static void main(String[] args) throws IOException {
        int lines = number(args, 0, LINES);
        int objects = number(args, 1, 1);
        int rounds = number(args, 2, ROUNDS);
        var folder = Files.createTempDirectory("pagetrack-ledger");
        new LogSet(lines * objects, objects, PAGES, 1).write(folder);
        var logs = new LogSources(folder, S3LogClient::open, System.in).find(List.of("cloudfront"), Optional.empty());
        var rows = rows(logs);
        System.out.printf("%d objects, %d views of %d pages%n", objects, rows.size(), PAGES);
        for (int inFlight : new int[] {1, 4}) {
            compare(logs, rows, inFlight, rounds);
        }
        delete(folder);
    }

    private static void compare(
            List<LogObject> logs, List<Map<String, AttributeValue>> rows, int inFlight, int rounds) {
        var byRows = new ArrayList<Double>();
        var byActions = new ArrayList<Double>();
        for (int round = 0; round <= rounds; round++) {
            // The second one has an advantage, because the processor is already warm; so the order alternates.
            var first = round % 2 == 0 ? bare(rows, inFlight) : null;
            var ours = ingest(logs, inFlight);
            var bare = first != null ? first : bare(rows, inFlight);
            System.out.printf(
                    "%-8s %d in flight: bare %6.0f rows/s, ingest %6.0f rows/s = %.2f of them, %6.0f actions/s = %.2f;"
                            + " %.2f write units a view%n",
                    round == 0 ? "warm-up" : "round " + round,
                    inFlight,
                    bare.rows(),
                    ours.rows(),
                    ours.rows() / bare.rows(),
                    ours.actions(),
                    ours.actions() / bare.actions(),
                    ours.unitsPerView);
            if (round > 0) {
                byRows.add(ours.rows() / bare.rows());
                byActions.add(ours.actions() / bare.actions());
            }
        }
        System.out.printf(
                "median  %d in flight: %.2f by rows, %.2f by actions%n", inFlight, median(byRows), median(byActions));
    }

    private record Figures(double rows, double actions, double unitsPerView) {}

    /** The raw views that an ingestion writes. */
    private static List<Map<String, AttributeValue>> rows(List<LogObject> logs) {
        try (var local = LocalDynamoDb.inMemory()) {
            var table = table(local.client());
            new Ingestion(table, ViewPolicy.DEFAULT).run(logs);
            return new BareTransactions(local.client(), table.name()).rows();
        }
    }

    private static Figures ingest(List<LogObject> logs, int inFlight) {
        try (var local = LocalDynamoDb.inMemory()) {
            var client = new MeasuredClient(local.client(), inFlight);
            var table = table(client.client());
            long begin = System.nanoTime();
            var report = new Ingestion(table, ViewPolicy.DEFAULT).run(logs);
            double seconds = seconds(begin);
            return new Figures(report.added() / seconds, client.actions() / seconds, report.writeUnitsPerView());
        }
    }

    private static Figures bare(List<Map<String, AttributeValue>> rows, int inFlight) {
        try (var local = LocalDynamoDb.inMemory()) {
            var client = new MeasuredClient(local.client(), inFlight);
            var table = table(client.client());
            long begin = System.nanoTime();
            new BareTransactions(client.client(), table.name()).write(rows, inFlight);
            double seconds = seconds(begin);
            return new Figures(rows.size() / seconds, client.actions() / seconds, 0);
        }
    }

    private static PageTrackTable table(DynamoDbClient client) {
        var table = new PageTrackTable(
                TableConnection.of(client), new TableSettings(TableSettings.DEFAULT_NAME, Optional.empty()));
        table.createIfMissing();
        return table;
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    private static int number(String[] args, int index, int defaultValue) {
        return args.length > index ? Integer.parseInt(args[index]) : defaultValue;
    }

    private static void delete(Path folder) throws IOException {
        Path[] paths;
        try (var walk = Files.walk(folder)) {
            paths = walk.toArray(Path[]::new);
        }
        Arrays.sort(paths, (a, b) -> b.compareTo(a));
        for (var path : paths) {
            Files.delete(path);
        }
    }
}
