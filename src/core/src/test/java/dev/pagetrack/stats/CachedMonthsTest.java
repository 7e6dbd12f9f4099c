package dev.pagetrack.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.table.item.TableSettings;
import dev.pagetrack.table.rebuild.RebuildSettings;
import dev.pagetrack.table.testing.Clients;
import dev.pagetrack.table.testing.OnFirst;
import dev.pagetrack.table.testing.TestTable;
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

/** Which months a build reads when there is an earlier snapshot: with a real table, whose queries are counted. */
class CachedMonthsTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-05-04T10:00:00Z"), ZoneOffset.UTC);
    private static final Set<YearMonth> YEAR =
            Set.copyOf(new DayRange(LocalDate.of(2025, 6, 1), LocalDate.of(2026, 5, 31)).months());

    @TempDir
    Path folder;

    private final List<String> details = new ArrayList<>();
    private TestTable test;
    private SnapshotStatistics cached;

    @BeforeEach
    void fill() {
        test = new TestTable();
        cached = cached(TableSettings.DEFAULT_NAME);
        for (var month : List.of("2026-01", "2026-02", "2026-03", "2026-04", "2026-05")) {
            view("a/", month + "-03T00:00:00Z");
        }
        view("b/", "2026-02-01T00:00:00Z");
        test.table().layout(); // detected by a separate query, which is not to be counted
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void readsEveryViewedMonthOnce() {
        assertThat(queries(YEAR)).isEqualTo(1 + 5);
        assertThat(queries(YEAR)).isEqualTo(1);
        assertThat(details).last().asString().startsWith("Unchanged since the last snapshot: [2025-06, ");
    }

    @Test
    void readsOnlyTheNewestMonthsWhenTheyAccountForTheNewViews() {
        queries(YEAR);
        view("a/", "2026-05-04T00:00:00Z");
        view("c/", "2026-04-30T00:00:00Z");

        assertThat(queries(YEAR)).isEqualTo(1 + 2 + 1);
        assertSnapshotIsRight();
    }

    @Test
    void readsAllMonthsWhenAnOlderOneChanged() {
        queries(YEAR);
        view("a/", "2026-05-04T00:00:00Z");
        view("b/", "2026-01-31T00:00:00Z");

        assertThat(queries(YEAR)).isEqualTo(1 + 5 + 1);
        assertSnapshotIsRight();
    }

    /** The totals count the late view only, and the months that are read again count the new view only. */
    @Test
    void readsAllMonthsWhenALateViewAndANewOneCancelOut() {
        queries(YEAR);
        view("a/", "2026-01-04T00:00:00Z");
        var newView = new OnFirst("Query", 2, () -> view("a/", "2026-05-05T00:00:00Z"));
        int port = test.serve();
        try (var client = Clients.at(port, newView)) {
            var other = test.as(client, Optional.empty());
            other.layout();
            cached.file()
                    .write(new TableStatistics(() -> other, NOW, cached::usable, details::add)
                            .read((asOf, totals) -> YEAR));
        }
        assertThat(newView.hasHappened()).isTrue();
        assertSnapshotIsRight();
    }

    @Test
    void readsAMonthThatTheSnapshotDoesNotContain() {
        queries(Set.of(YearMonth.of(2026, 5)));

        assertThat(queries(Set.of(YearMonth.of(2026, 5), YearMonth.of(2026, 2))))
                .isEqualTo(1 + 1);
        assertThat(queries(Set.of(YearMonth.of(2026, 5)))).isEqualTo(1);
        assertThat(queries(Set.of(YearMonth.of(2026, 2)))).isEqualTo(1);
        assertSnapshotIsRight();
    }

    @Test
    void treatsAMonthAfterTheSnapshotAsEmptyAtThatTime() {
        queries(YEAR);
        view("b/", "2026-06-01T00:00:00Z");

        assertThat(queries(Set.of(YearMonth.of(2026, 3), YearMonth.of(2026, 6))))
                .isEqualTo(1 + 2 + 1);
        assertThat(queries(YEAR)).isEqualTo(1);
        assertSnapshotIsRight();
    }

    @Test
    void readsAllMonthsAfterARebuildThatMovedViewsWithinAMonth() {
        queries(YEAR);
        test.moveDay("a/", "2026-02", "D03", "D04");
        test.table().maintenance().rebuild(new RebuildSettings(false, Optional.empty()));

        assertThat(queries(YEAR)).isEqualTo(1 + 5);
        assertThat(queries(YEAR)).isEqualTo(1);
        assertSnapshotIsRight();

        test.table().maintenance().rebuild(new RebuildSettings(false, Optional.empty()));
        assertThat(queries(YEAR)).as("the rebuild changed nothing").isEqualTo(1);
    }

    @Test
    void readsAllMonthsWhenAPageWasDeleted() {
        queries(YEAR);
        test.deletePage("b/");

        assertThat(queries(YEAR)).isEqualTo(1 + 5 + 1);
    }

    @Test
    void refusesASnapshotOfAnotherSite() {
        queries(YEAR);
        cached = cached("Elsewhere");

        assertThat(cached.usable()).isEmpty();
        assertThatThrownBy(() -> cached.read((asOf, totals) -> Set.of()))
                .isInstanceOf(StatisticsUnavailableException.class)
                .hasMessage("The snapshot " + cached.file().path() + " holds the figures of table PageTrackTable,"
                        + " no siteId, not of table Elsewhere, no siteId:"
                        + " set <snapshot> (pagetrack.snapshot) to a separate file for this site.");
    }

    /** Reads these months with the earlier snapshot, writes a new one, and returns how many queries that took. */
    private long queries(Set<YearMonth> months) {
        long before = test.table().queryCost().requests();
        var snapshot =
                new TableStatistics(test::table, NOW, cached::usable, details::add).read((asOf, totals) -> months);
        cached.file().write(snapshot);
        assertThat(snapshot.months().keySet()).containsAll(months);
        return test.table().queryCost().requests() - before;
    }

    /** Checks that the snapshot contains what a build without an earlier snapshot reads. */
    private void assertSnapshotIsRight() {
        var months = cached.usable().orElseThrow().months();
        var uncached = new TableStatistics(test::table, NOW).read((asOf, totals) -> months.keySet());
        assertThat(months).isEqualTo(uncached.months());
    }

    private SnapshotStatistics cached(String table) {
        var file = new SnapshotFile(folder.resolve("snapshot.json"));
        return new SnapshotStatistics(file, new SnapshotSource(table, Optional.empty()));
    }

    private void view(String page, String instant) {
        test.write(TestTable.views(page, Instant.parse(instant).getEpochSecond(), 1));
    }
}
