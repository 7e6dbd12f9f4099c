package dev.pagetrack.stats;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.table.testing.TestTable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableStatisticsTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-05-04T10:00:00.5Z"), ZoneOffset.UTC);

    @Test
    void readsTotalsAndDailyViews() {
        try (var test = new TestTable()) {
            test.write(
                    TestTable.views("a/", Instant.parse("2026-04-30T23:59:58Z").getEpochSecond(), 4));
            test.write(
                    TestTable.views("b/", Instant.parse("2026-05-03T00:00:00Z").getEpochSecond(), 1));
            assertFigures(new TableStatistics(test::table, NOW));
        }
    }

    @Test
    void queriesNoMonthsBeforeTheFirstViewOrAfterTheLast() {
        try (var test = new TestTable()) {
            test.write(
                    TestTable.views("a/", Instant.parse("2026-05-03T00:00:00Z").getEpochSecond(), 1));
            var century = new DayRange(LocalDate.of(1990, 1, 1), LocalDate.of(2089, 12, 31));
            var snapshot = new TableStatistics(test::table, NOW).read((asOf, totals) -> Set.copyOf(century.months()));
            assertThat(snapshot.months()).hasSize(1200);
            assertThat(snapshot.views("a/", century)).isEqualTo(1);
        }
    }

    @Test
    void reportsWhyThereAreNoFigures() {
        try (var test = new TestTable()) {
            var statistics = new TableStatistics(test::missing, NOW);
            assertThatThrownBy(() -> statistics.read((asOf, totals) -> Set.of()))
                    .isInstanceOf(StatisticsUnavailableException.class)
                    .hasMessageStartingWith("there is no table 'Elsewhere'");
        }
    }

    private static void assertFigures(TableStatistics statistics) {
        var snapshot = statistics.read((asOf, totals) -> {
            assertThat(asOf).isEqualTo("2026-05-04T10:00:00Z");
            assertThat(totals.keySet()).containsExactly("a/", "b/");
            return Set.of(YearMonth.of(2026, 4), YearMonth.of(2026, 5));
        });
        assertThat(snapshot.asOf()).isEqualTo("2026-05-04T10:00:00Z");
        assertThat(snapshot.totals().keySet()).containsExactly("a/", "b/");
        assertThat(requireNonNull(snapshot.totals().get("a/")).first()).isEqualTo("2026-04-30T23:59:58Z");
        assertThat(snapshot.totals().get("a/").last()).isEqualTo("2026-05-01T00:00:01Z");
        assertThat(snapshot.views("a/")).isEqualTo(4);
        assertThat(snapshot.views("a/", new DayRange(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 3))))
                .isEqualTo(2);
        assertThat(snapshot.views("b/", new DayRange(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 5, 2))))
                .isZero();
    }
}
