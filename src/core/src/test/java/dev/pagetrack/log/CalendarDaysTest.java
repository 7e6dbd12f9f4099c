package dev.pagetrack.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Compares {@link CalendarDays} with {@link LocalDate} for all dates with a year of four digits. */
class CalendarDaysTest {

    @Test
    void numbersEveryDayFromYear0To9999() {
        for (int year = 0; year <= 9999; year++) {
            var day = LocalDate.of(year, 1, 1);
            for (; day.getYear() == year; day = day.plusDays(1)) {
                if (CalendarDays.epochDay(year, day.getMonthValue(), day.getDayOfMonth()) != day.toEpochDay()) {
                    assertThat(CalendarDays.epochDay(year, day.getMonthValue(), day.getDayOfMonth()))
                            .as("%s", day)
                            .isEqualTo(day.toEpochDay());
                }
            }
        }
    }

    @Test
    void rejectsInvalidDates() {
        for (int year : new int[] {0, 1900, 2000, 2023, 2024, 9999}) {
            for (int month = -1; month <= 99; month++) {
                for (int day = -1; day <= 99; day++) {
                    assertThat(CalendarDays.epochDay(year, month, day) != CalendarDays.INVALID)
                            .as("%s-%s-%s", year, month, day)
                            .isEqualTo(isDay(year, month, day));
                }
            }
        }
    }

    private static boolean isDay(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day).getDayOfMonth() == day;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
