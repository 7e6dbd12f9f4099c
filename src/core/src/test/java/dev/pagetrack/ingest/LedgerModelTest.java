package dev.pagetrack.ingest;

import dev.pagetrack.local.LocalDynamoDb;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.item.TableConnection;
import dev.pagetrack.table.item.TableSettings;
import dev.pagetrack.testing.Seed;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Random histories of the ledger against a model. {@link LedgerModelMain} runs as many as one likes. */
class LedgerModelTest {

    static final String COUNT = "test.histories";
    /** DynamoDB Local becomes slow with the number of items. */
    private static final int IN_ONE_TABLE = 10;

    private static final int HISTORIES = Integer.getInteger(COUNT, 100);

    @RegisterExtension
    final Seed seed = Seed.of(1);

    @TempDir
    Path folder;

    @Test
    void countsWhatTheModelCounts() {
        for (int from = 0; from < HISTORIES; from += IN_ONE_TABLE) {
            try (var local = LocalDynamoDb.inMemory()) {
                new PageTrackTable(
                                TableConnection.of(local.client()),
                                new TableSettings(TableSettings.DEFAULT_NAME, Optional.empty()))
                        .createIfMissing();
                for (int round = from; round < Math.min(HISTORIES, from + IN_ONE_TABLE); round++) {
                    new LedgerHistory(local.client(), seed.random(round), "s" + round, folder).run();
                }
            }
        }
    }
}
