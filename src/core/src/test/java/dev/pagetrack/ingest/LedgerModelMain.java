package dev.pagetrack.ingest;

import dev.pagetrack.local.LocalDynamoDb;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.item.TableConnection;
import dev.pagetrack.table.item.TableSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Random;

/** Runs many random histories of the ledger: {@code LedgerModelMain <first seed> <count>}. Prints the seeds that fail. */
final class LedgerModelMain {

    private LedgerModelMain() {}

    public static void main(String[] arguments) throws IOException {
        long first = Long.parseLong(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        var folder = Files.createTempDirectory("histories");
        int failed = 0;
        try (var local = LocalDynamoDb.inMemory()) {
            new PageTrackTable(
                            TableConnection.of(local.client()),
                            new TableSettings(TableSettings.DEFAULT_NAME, Optional.empty()))
                    .createIfMissing();
            for (int i = 0; i < count; i++) {
                try {
                    new LedgerHistory(local.client(), new Random(first + i), "s" + i, folder).run();
                } catch (AssertionError e) {
                    failed++;
                    System.out.println("Seed " + (first + i) + ": " + e.getMessage());
                }
            }
        }
        System.out.println(failed + " of " + count + " histories failed.");
        System.exit(failed == 0 ? 0 : 1);
    }
}
