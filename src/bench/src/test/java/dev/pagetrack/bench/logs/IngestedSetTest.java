package dev.pagetrack.bench.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.ingest.Ingestion;
import dev.pagetrack.local.LocalDynamoDb;
import dev.pagetrack.log.LogObject;
import dev.pagetrack.source.FileLogObject;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.item.TableConnection;
import dev.pagetrack.table.item.TableSettings;
import dev.pagetrack.table.rebuild.RebuildSettings;
import dev.pagetrack.testing.Programs;
import dev.pagetrack.testing.Seed;
import dev.pagetrack.view.ViewPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ingests a set of generated logs, and compares the table with the expected views. */
class IngestedSetTest {

    private static final LogSet SET = new LogSet(1_503, 4, 20, 11);

    @RegisterExtension
    final Seed seed = Seed.of(11);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void hasTheExpectedViewsPlainOrCompressedInAnyOrderOnceOrTwice(WrittenFormat format) throws IOException {
        var truth = new TreeMap<>(SET.write(folder));
        var compressed = logs(folder.resolve(format.folder()));
        for (var logs : List.of(compressed, plain(compressed))) {
            try (var local = LocalDynamoDb.inMemory()) {
                var table = table(local);
                var shuffled = new ArrayList<>(logs);
                Collections.shuffle(shuffled, seed.random());
                new Ingestion(table, ViewPolicy.DEFAULT).run(shuffled);
                assertThat(views(table)).isEqualTo(truth);
                assertThat(new Ingestion(table, ViewPolicy.DEFAULT)
                                .run(compressed)
                                .skipped())
                        .isEqualTo(SET.files());
                assertThat(views(table)).isEqualTo(truth);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasTheExpectedViewsWhenFourProcessesIngestItAtOnce(WrittenFormat format) throws Exception {
        var truth = new TreeMap<>(SET.write(folder));
        try (var local = LocalDynamoDb.inMemory()) {
            var table = table(local);
            var endpoint = "http://127.0.0.1:" + local.serve(0);
            var processes = new ArrayList<Process>();
            for (int i = 0; i < 4; i++) {
                processes.add(ingesting(endpoint, folder.resolve(format.folder())));
            }
            for (var process : processes) {
                assertThat(process.waitFor()).isZero();
            }
            assertThat(views(table)).isEqualTo(truth);
            assertThat(table.maintenance()
                            .rebuild(new RebuildSettings(true, Optional.empty()))
                            .changes())
                    // When a month has more referrers than are kept, the first ones are kept, so those may differ.
                    .allMatch(change -> change.before() == change.after());
        }
    }

    private static Process ingesting(String endpoint, Path logs) throws IOException {
        return Programs.start(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IngestProcess.class.getName(),
                        endpoint,
                        logs.toString())
                .inheritIO());
    }

    private static PageTrackTable table(LocalDynamoDb local) {
        var table = new PageTrackTable(
                TableConnection.of(local.client()), new TableSettings(TableSettings.DEFAULT_NAME, Optional.empty()));
        table.createIfMissing();
        return table;
    }

    private static Map<String, Long> views(PageTrackTable table) {
        var views = new TreeMap<String, Long>();
        table.totals("").forEach((page, total) -> views.put(page, total.views()));
        return views;
    }

    private static List<LogObject> logs(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().<LogObject>map(FileLogObject::new).toList();
        }
    }

    private List<LogObject> plain(List<LogObject> compressed) throws IOException {
        var plain = new ArrayList<LogObject>();
        for (var log : compressed) {
            var file = folder.resolve("plain-" + plain.size());
            try (var in = new GZIPInputStream(log.open())) {
                Files.copy(in, file);
            }
            plain.add(new FileLogObject(file));
        }
        return plain;
    }
}
