package dev.pagetrack.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.table.RebuildSettings;
import dev.pagetrack.table.TableSettings;
import dev.pagetrack.table.TestTable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which months a build reads when it holds a snapshot: against a real table, whose queries are counted. */
class KeptMonthsTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-05-04T10:00:00Z"), ZoneOffset.UTC);
    private static final Set<YearMonth> YEAR =
            Set.copyOf(new DayRange(LocalDate.of(2025, 6, 1), LocalDate.of(2026, 5, 31)).months());

    @TempDir
    Path folder;

    private final List<String> details = new ArrayList<>();
    private TestTable test;
    private SnapshotStatistics kept;

    @BeforeEach
    void fill() {
        test = new TestTable();
        kept = kept(TableSettings.DEFAULT_NAME);
        for (var month : List.of("2026-01", "2026-02", "2026-03", "2026-04", "2026-05")) {
            view("a/", month + "-03T00:00:00Z");
        }
        view("b/", "2026-02-01T00:00:00Z");
        test.table().layout(); // found out by a query of its own
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void readsEveryViewedMonthOnce() {
        assertThat(queries(YEAR)).isEqualTo(1 + 5);
        assertThat(queries(YEAR)).isEqualTo(1);
        assertThat(details).last().asString().startsWith("As they were: [2025-06, ");
    }

    @Test
    void readsTheNewestMonthsWhenTheyExplainWhatCame() {
        queries(YEAR);
        view("a/", "2026-05-04T00:00:00Z");
        view("c/", "2026-04-30T00:00:00Z");

        assertThat(queries(YEAR)).isEqualTo(1 + 2);
        assertRight();
    }

    @Test
    void readsAllWhenAnOlderMonthChanged() {
        queries(YEAR);
        view("a/", "2026-05-04T00:00:00Z");
        view("b/", "2026-01-31T00:00:00Z");

        assertThat(queries(YEAR)).isEqualTo(1 + 5);
        assertRight();
    }

    @Test
    void readsAMonthThatTheSnapshotDoesNotHold() {
        queries(Set.of(YearMonth.of(2026, 5)));

        assertThat(queries(Set.of(YearMonth.of(2026, 5), YearMonth.of(2026, 2))))
                .isEqualTo(1 + 1);
        assertThat(queries(Set.of(YearMonth.of(2026, 5)))).isEqualTo(1);
        assertThat(queries(Set.of(YearMonth.of(2026, 2)))).isEqualTo(1);
        assertRight();
    }

    @Test
    void knowsThatAMonthWhichBeganAfterTheSnapshotWasEmptyThen() {
        queries(YEAR);
        view("b/", "2026-06-01T00:00:00Z");

        assertThat(queries(Set.of(YearMonth.of(2026, 3), YearMonth.of(2026, 6))))
                .isEqualTo(1 + 2);
        assertThat(queries(YEAR)).isEqualTo(1);
        assertRight();
    }

    @Test
    void trustsNoMonthsOnceARebuildHasMovedViewsWithinAMonth() {
        queries(YEAR);
        test.moveDay("a/", "2026-02", "D03", "D04");
        test.table().upkeep().rebuild(new RebuildSettings(false, Optional.empty()));

        assertThat(queries(YEAR)).isEqualTo(1 + 5);
        assertThat(queries(YEAR)).isEqualTo(1);
        assertRight();

        test.table().upkeep().rebuild(new RebuildSettings(false, Optional.empty()));
        assertThat(queries(YEAR)).as("nothing was wrong").isEqualTo(1);
    }

    @Test
    void trustsNoMonthsOfAPageThatIsGone() {
        queries(YEAR);
        test.deletePage("b/");

        assertThat(queries(YEAR)).isEqualTo(1 + 5);
    }

    @Test
    void usesNoSnapshotOfAnotherSite() {
        queries(YEAR);
        kept = kept("Elsewhere");

        assertThat(kept.usable()).isEmpty();
        assertThatThrownBy(() -> kept.read((asOf, totals) -> Set.of()))
                .isInstanceOf(StatisticsUnavailableException.class)
                .hasMessage("The snapshot " + kept.file().path() + " holds the figures of table PageTrackTable,"
                        + " no siteId, and not of table Elsewhere, no siteId:"
                        + " set <snapshot> (pagetrack.snapshot) to a file of this site's own.");
    }

    /** How many queries it takes to read these months with the snapshot that is kept. */
    private long queries(Set<YearMonth> months) {
        long before = test.table().queryCost().requests();
        var snapshot = new TableStatistics(test::table, NOW, kept::usable, details::add).read((asOf, totals) -> months);
        kept.file().write(snapshot);
        assertThat(snapshot.months().keySet()).containsAll(months);
        return test.table().queryCost().requests() - before;
    }

    /** What is kept is what a build without a snapshot reads. */
    private void assertRight() {
        var months = kept.usable().orElseThrow().months();
        var anew = new TableStatistics(test::table, NOW).read((asOf, totals) -> months.keySet());
        assertThat(months).isEqualTo(anew.months());
    }

    private SnapshotStatistics kept(String table) {
        var file = new SnapshotFile(folder.resolve("snapshot.json"));
        return new SnapshotStatistics(file, new SnapshotSource(table, Optional.empty()));
    }

    private void view(String page, String instant) {
        test.write(TestTable.views(page, Instant.parse(instant).getEpochSecond(), 1));
    }
}
