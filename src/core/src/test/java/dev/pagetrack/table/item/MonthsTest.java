package dev.pagetrack.table.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class MonthsTest {

    @Test
    void listsTheUtcMonthsFromTheFirstSecondToTheLast() {
        assertThat(Months.between(second("2025-11-30T23:59:59Z"), second("2026-02-01T00:00:00Z")))
                .containsExactly(
                        YearMonth.of(2025, 11), YearMonth.of(2025, 12), YearMonth.of(2026, 1), YearMonth.of(2026, 2));
        assertThat(Months.between(second("2026-05-01T00:00:00Z"), second("2026-05-31T23:59:59Z")))
                .containsExactly(YearMonth.of(2026, 5));
        assertThat(Months.between(1, 0)).containsExactly(YearMonth.of(1970, 1));
        assertThat(Months.between(Integer.MAX_VALUE, 0)).isEmpty();
    }

    private static long second(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }
}
