package dev.pagetrack.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.TestLogs;
import dev.pagetrack.table.item.TableException;
import dev.pagetrack.table.site.Retention;
import dev.pagetrack.table.testing.TestTable;
import dev.pagetrack.view.ViewPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BulkIngestionTest {

    private static final LogObject ONE =
            TestLogs.of("one", LogBytes.views(300, 9, 1).getBytes(UTF_8));
    private static final LogObject TWO =
            TestLogs.of("two", LogBytes.views(200, 20, 2).getBytes(UTF_8));

    private TestTable test;

    @BeforeEach
    void createTable() {
        test = new TestTable();
    }

    @AfterEach
    void closeTable() {
        test.close();
    }

    @Test
    void countsTheSameAsAnIngestionWithTransactions() {
        bulk().run(List.of(ONE, TWO));
        assertThat(test.table().maintenance().isRebuildPending()).isFalse();
        assertThat(counts(test)).isEqualTo(clean(ONE, TWO));
    }

    @Test
    void countsAViewOnceThatWasCountedBefore() {
        new Ingestion(test.table(), ViewPolicy.DEFAULT).run(List.of(ONE));
        bulk().run(List.of(ONE, TWO, TestLogs.of("one, delivered twice", LogBytes.gzip(LogBytes.views(300, 9, 1)))));
        assertThat(counts(test)).isEqualTo(clean(ONE, TWO));
    }

    @Test
    void needsHalfTheWriteUnits() {
        var report = bulk().run(List.of(ONE, TWO));
        // One unit for each view, one for each page and one for each marker.
        assertThat(report.writeUnits()).isEqualTo(500 + 20 + 2);
    }

    @Test
    void marksTheTableAsIncompleteUntilItIsRunAgain() {
        var ingestion = bulk();
        assertThatThrownBy(() -> ingestion.run(List.of(ONE, TWO), progress -> ingestion.stop()))
                .isInstanceOf(TableException.class);
        assertThat(test.table().maintenance().isRebuildPending()).isTrue();
        bulk().run(List.of(ONE, TWO));
        assertThat(test.table().maintenance().isRebuildPending()).isFalse();
        assertThat(counts(test)).isEqualTo(clean(ONE, TWO));
    }

    /** A bulk ingestion that was killed can still be counted weeks later. */
    @Test
    void keepsRawViewsForAMonthEvenIfTheyAreOld() {
        var now = Instant.parse("2026-05-10T00:00:00Z");
        var settings = new IngestSettings(ViewPolicy.DEFAULT, Optional.of(new Retention(8)), true);
        new Ingestion(test.at(Clock.fixed(now, ZoneOffset.UTC)), settings, Clock.fixed(now, ZoneOffset.UTC))
                .run(List.of(ONE));
        var expiry = now.plus(Duration.ofDays(30)).getEpochSecond();
        assertThat(test.items("p1/")).isNotEmpty().allMatch(item -> item.contains("Expires=" + expiry));
    }

    private Ingestion bulk() {
        var settings = new IngestSettings(ViewPolicy.DEFAULT, Optional.empty(), true);
        return new Ingestion(test.table(), settings, Clock.systemUTC(), 100, 10, 2);
    }

    private static List<String> clean(LogObject... objects) {
        try (var clean = new TestTable()) {
            new Ingestion(clean.table(), ViewPolicy.DEFAULT).run(List.of(objects));
            return counts(clean);
        }
    }

    /** Rollups and raw views, without the number of rebuilds that a rebuilt rollup has. */
    private static List<String> counts(TestTable table) {
        var counts = new ArrayList<String>();
        for (var item : table.items()) {
            if (!item.startsWith("OBJECT#")) {
                counts.add(item.replaceFirst(" Rebuil(t|ds)=[0-9]+", ""));
            }
        }
        return counts;
    }
}
