package dev.pagetrack.bench;

import dev.pagetrack.bench.logs.LogSet;
import dev.pagetrack.ingest.Ingestion;
import dev.pagetrack.local.LocalDynamoDb;
import dev.pagetrack.log.LogObject;
import dev.pagetrack.source.LogSources;
import dev.pagetrack.source.S3Logs;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.TableConnection;
import dev.pagetrack.table.TableSettings;
import dev.pagetrack.view.ViewPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Ingestion into DynamoDB Local in memory, beside bare transactions of 100 items of the same size: {@code LedgerMain
 * [lines of an object] [objects] [rounds]}. Both write as many rows, in turn, each into a new table; an ingestion also
 * reads the logs and keeps the totals. The first round warms up and does not count.
 */
public final class LedgerMain {

    /** Some 20,000 views. */
    private static final int LINES = 97_000;

    private static final int PAGES = 200;
    private static final int ROUNDS = 5;

    private LedgerMain() {}

    public static void main(String[] args) throws IOException {
        int lines = number(args, 0, LINES);
        int objects = number(args, 1, 1);
        int rounds = number(args, 2, ROUNDS);
        var folder = Files.createTempDirectory("pagetrack-ledger");
        var views = new LogSet(lines * objects, objects, PAGES, 1)
                .write(folder).values().stream().mapToLong(Long::longValue).sum();
        var logs = new LogSources(folder, S3Logs::open, System.in).find(List.of("cloudfront"), Optional.empty());
        var ratios = new ArrayList<Double>();
        for (int round = 0; round <= rounds; round++) {
            double bare = views / bare((int) views);
            var ours = ingest(logs);
            double speed = views / ours.seconds;
            System.out.printf(
                    "%-8s bare %6.0f rows/s   ingest %6.0f views/s   ratio %.2f   %.2f write units a view%n",
                    round == 0 ? "warm-up" : "round " + round, bare, speed, speed / bare, ours.unitsPerView);
            if (round > 0) {
                ratios.add(speed / bare);
            }
        }
        System.out.printf(
                "%d objects, %d views of %d pages: median ratio %.2f%n", objects, views, PAGES, median(ratios));
        delete(folder);
    }

    private record Ingested(double seconds, double unitsPerView) {}

    private static Ingested ingest(List<LogObject> logs) {
        try (var local = LocalDynamoDb.inMemory()) {
            var table = table(TableConnection.of(local.client()));
            long begin = System.nanoTime();
            var report = new Ingestion(table, ViewPolicy.DEFAULT).run(logs);
            return new Ingested(seconds(begin), report.writeUnitsPerView());
        }
    }

    private static double bare(int rows) {
        try (var local = LocalDynamoDb.inMemory()) {
            var table = table(TableConnection.of(local.client()));
            long begin = System.nanoTime();
            new BareTransactions(local.client(), table.name()).write(rows);
            return seconds(begin);
        }
    }

    private static PageTrackTable table(TableConnection connection) {
        var table = new PageTrackTable(connection, new TableSettings(TableSettings.DEFAULT_NAME, Optional.empty()));
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

    private static int number(String[] args, int place, int otherwise) {
        return args.length > place ? Integer.parseInt(args[place]) : otherwise;
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
