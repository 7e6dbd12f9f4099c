package dev.pagetrack.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.log.TestLogs;
import dev.pagetrack.table.testing.TestTable;
import dev.pagetrack.view.ViewPolicy;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The write units for each view, markers included, when each log object is ingested separately. */
class WriteUnitsTest {

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
    void areLittleMoreThanTwoForLargeObjects() {
        assertThat(unitsPerView(20_000, 1)).isLessThanOrEqualTo(2.2);
    }

    @Test
    void areLessThanThreeForSmallOnes() {
        for (int object = 0; object < 3; object++) {
            assertThat(unitsPerView(1_000, object)).isLessThanOrEqualTo(2.8);
        }
    }

    @Test
    void areComputedFromTheSizesOfTheItems() {
        var one = TestLogs.of("one", (LogBytes.header() + LogBytes.view("/a/", LogBytes.SECOND, "1")).getBytes(UTF_8));
        // Two units for the raw view, two for its page, two for the month; one for the marker.
        assertThat(new Ingestion(test.table(), ViewPolicy.DEFAULT)
                        .run(List.of(one))
                        .writeUnits())
                .isEqualTo(7);
    }

    private double unitsPerView(int views, long seed) {
        var object = TestLogs.of(views + " views of " + seed, LogBytes.gzip(LogBytes.views(views, 200, seed)));
        var report = new Ingestion(test.table(), ViewPolicy.DEFAULT).run(List.of(object));
        assertThat(report.added()).isEqualTo(views);
        return report.writeUnitsPerView();
    }
}
