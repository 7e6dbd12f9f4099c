package dev.pagetrack.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.log.LogObject;
import dev.pagetrack.source.FileLogObject;
import dev.pagetrack.table.testing.TestTable;
import dev.pagetrack.testing.Seed;
import dev.pagetrack.view.ViewPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ingestions in other processes, which are killed or run at the same time. The table is in this process and stays. */
class IngestionProcessTest {

    private static final int LOGS = 8;

    /** How many processes in turn ingest into one table and are killed, before an ingestion may run to its end. */
    private static final int KILLS = 5;

    private static final int TABLES = 6;

    /**
     * A process is killed after at most this many calls to the table. The first transaction is about the eighth call.
     */
    private static final int MAX_CALLS = 16;

    @RegisterExtension
    final Seed seed = Seed.of(20260503);

    @TempDir
    private Path folder;

    private List<LogObject> logs;

    @BeforeEach
    void writeLogs() throws IOException {
        logs = new ArrayList<>();
        for (int i = 0; i < LOGS; i++) {
            var file = folder.resolve("log-" + i + ".gz");
            // Each log has half of its records in common with the next.
            var text = LogBytes.views(40, 12, i)
                    + LogBytes.views(40, 12, i + 1).substring(LogBytes.header().length());
            logs.add(new FileLogObject(Files.write(file, LogBytes.gzip(text))));
        }
    }

    @Test
    void leavesTheSameTableAfterThirtyKills() throws Exception {
        var clean = clean();
        var random = seed.random();
        int killedAtWork = 0;
        for (int round = 0; round < TABLES; round++) {
            try (var test = new TestTable()) {
                int port = test.serve();
                for (int kill = 0; kill < KILLS; kill++) {
                    try (var child = new IngestionProcess(port, folder.toString())) {
                        boolean isAtWork = child.awaitCalls(1 + random.nextInt(MAX_CALLS));
                        killedAtWork += child.kill() && isAtWork ? 1 : 0;
                    }
                    assertConsistent(test);
                }
                ingest(test);
                assertThat(test.items()).isEqualTo(clean);
            }
        }
        assertThat(killedAtWork).isEqualTo(TABLES * KILLS);
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    @DisabledOnOs(OS.WINDOWS)
    void stopsCleanlyOnASignalAndCanBeContinued(String signal, int exitValue) throws Exception {
        try (var test = new TestTable();
                var child = new IngestionProcess(test.serve(), folder.toString(), "-Dheld=10")) {
            assertThat(child.awaitCalls(10)).isTrue();
            child.signal(signal);
            assertThat(child.output())
                    .contains("Stopped. The table is consistent. Run the same command again to continue.");
            assertThat(child.exitValue()).isEqualTo(exitValue);
            assertConsistent(test);
            assertThat(test.items()).isNotEqualTo(clean());
            ingest(test);
            assertThat(test.items()).isEqualTo(clean());
        }
    }

    @Test
    void countsEachViewOnceWhenFourProcessesIngestAtOnce() throws Exception {
        try (var test = new TestTable()) {
            int port = test.serve();
            var children = new ArrayList<IngestionProcess>();
            try {
                for (int i = 0; i < 4; i++) {
                    children.add(new IngestionProcess(port, folder.toString()));
                }
                for (var child : children) {
                    assertThat(child.output()).contains("IngestReport[");
                    assertThat(child.exitValue()).isZero();
                }
            } finally {
                children.forEach(IngestionProcess::close);
            }
            assertThat(test.items()).isEqualTo(clean());
        }
    }

    @Test
    void ingestsALogThatIsLargerThanTheMemory() throws Exception {
        assertThat(IngestionProcessMain.largeBytes()).isGreaterThan(4 * (40L << 20));
        try (var test = new TestTable();
                var child = new IngestionProcess(test.serve(), "large", "-Xmx40m")) {
            assertThat(child.output()).contains("counted=" + IngestionProcessMain.largeViews() + ",");
            assertThat(child.exitValue()).isZero();
            assertThat(test.items("INDEX"))
                    .allMatch(item -> item.endsWith(" Views=" + IngestionProcessMain.largeViews()));
        }
    }

    private List<String> clean() {
        try (var test = new TestTable()) {
            ingest(test);
            return test.items();
        }
    }

    private void ingest(TestTable test) {
        new Ingestion(test.table(), ViewPolicy.DEFAULT).run(logs);
    }

    /** Checks that for every page the total, the sum of its days, and the number of raw views are the same. */
    private static void assertConsistent(TestTable test) {
        for (var page : test.items("INDEX")) {
            var name = page.split(" \\| ", -1)[1];
            long total = Long.parseLong(page.replaceAll(".* Views=(\\d+)", "$1"));
            assertThat(test.items(name)).as(name).hasSize((int) total);
            assertThat(test.items("MONTH#2026-05"))
                    .as(name)
                    .anyMatch(month -> month.startsWith("MONTH#2026-05 | " + name + " | ")
                            && month.contains(" D03=" + total + " ")
                            && month.endsWith(" Views=" + total));
        }
    }
}
