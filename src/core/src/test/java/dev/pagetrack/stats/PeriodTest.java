package dev.pagetrack.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "1d, 2026-03-01, 2026-03-01",
        "7d, 2026-02-23, 2026-03-01",
        "30d, 2026-01-31, 2026-03-01",
        "1m, 2026-03-01, 2026-03-31",
        "12m, 2025-04-01, 2026-03-31",
        "2024-02-28..2024-03-01, 2024-02-28, 2024-03-01",
    })
    void hasItsDays(String text, LocalDate from, LocalDate to) {
        var end = Instant.parse("2026-03-01T23:59:59Z");
        assertThat(Period.parse(text).endingAt(end)).contains(new DayRange(from, to));
    }

    @Test
    void isAllTimeWithoutDays() {
        assertThat(Period.parse("all").endingAt(Instant.EPOCH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "d",
                "0d",
                "30",
                "30D",
                "9999d",
                "121m",
                "2026-01-01",
                "2026-02-30..2026-03-01",
                "b..a",
                "2026-01-01..+999999999-12-31",
                "-999999999-01-01..-999999999-01-01",
                "1969-12-31..1970-01-01",
                "2016-01-01..2026-01-08",
                "2026-03-01..2026-02-01"
            })
    void refusesOtherTextAndListsTheForms(String text) {
        assertThatThrownBy(() -> Period.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + text + "' is not a period")
                .hasMessageEndingWith("use " + Period.FORMS);
    }

    @ParameterizedTest
    @CsvSource({
        "1d, 2026-02-28, 2026-02-28",
        "7d, 2026-02-16, 2026-02-22",
        "1m, 2026-02-01, 2026-02-28",
        "12m, 2024-04-01, 2025-03-31",
        "2024-02-28..2024-03-01, 2024-02-25, 2024-02-27",
    })
    void comesAfterAPeriodOfTheSameLength(String text, LocalDate from, LocalDate to) {
        var end = Instant.parse("2026-03-01T23:59:59Z");
        assertThat(Period.parse(text).before(end)).contains(new DayRange(from, to));
        assertThat(new Period.AllTime().before(end)).isEmpty();
    }

    @Test
    void beginsWithTheFirstViewIfItIsAllTime() {
        var end = Instant.parse("2026-03-01T23:59:59Z");
        var first = Optional.of(Instant.parse("2026-01-31T12:00:00Z"));
        var all = Period.parse("all");
        assertThat(all.daysFrom(first, end))
                .contains(new DayRange(LocalDate.of(2026, 1, 31), LocalDate.of(2026, 3, 1)));
        assertThat(all.monthsFrom(first, end)).hasSize(3);
        assertThat(all.monthsFrom(Optional.empty(), end)).isEmpty();
        assertThat(all.daysFrom(first, Instant.EPOCH)).isEmpty();
        assertThat(Period.parse("1d").monthsFrom(first, end)).containsExactly(YearMonth.of(2026, 3));
    }

    @Test
    void hasTheMonthsOfItsDays() {
        assertThat(new DayRange(LocalDate.of(2025, 11, 30), LocalDate.of(2026, 1, 1)).months())
                .containsExactly(YearMonth.of(2025, 11), YearMonth.of(2025, 12), YearMonth.of(2026, 1));
    }
}
