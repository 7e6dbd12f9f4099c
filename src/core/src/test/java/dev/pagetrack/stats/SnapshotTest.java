package dev.pagetrack.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.figures.DailyViews;
import dev.pagetrack.figures.PageTotal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void sumsDaysAcrossMonths() {
        var snapshot = new Snapshot(
                NOW,
                new TreeMap<>(Map.of("a", new PageTotal(100, NOW, NOW))),
                new TreeMap<>(Map.of(
                        YearMonth.of(2026, 1), new TreeMap<>(Map.of("a", days(31, 10))),
                        YearMonth.of(2026, 2), new TreeMap<>(Map.of("a", days(1, 5))),
                        YearMonth.of(2026, 3), new TreeMap<>(Map.of("a", days(2, 3))))));
        assertThat(snapshot.views("a")).isEqualTo(100);
        assertThat(snapshot.views("b")).isZero();
        assertThat(snapshot.views("a", range("2026-01-31", "2026-03-01"))).isEqualTo(15);
        assertThat(snapshot.views("a", range("2026-02-02", "2026-03-02"))).isEqualTo(3);
        assertThat(snapshot.views("b", range("2026-02-02", "2026-03-02"))).isZero();
    }

    @Test
    void refusesAMonthThatItDoesNotContain() {
        var snapshot = new Snapshot(NOW, new TreeMap<>(), new TreeMap<>());
        assertThatThrownBy(() -> snapshot.views("a", range("2026-01-31", "2026-01-31")))
                .hasMessageContaining("does not contain the month 2026-01");
    }

    private static DailyViews days(int day, long views) {
        var days = new long[31];
        days[day - 1] = views;
        return DailyViews.of(days);
    }

    private static DayRange range(String from, String to) {
        return new DayRange(LocalDate.parse(from), LocalDate.parse(to));
    }
}
