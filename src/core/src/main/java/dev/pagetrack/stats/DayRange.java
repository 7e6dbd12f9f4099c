package dev.pagetrack.stats;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * UTC days, both ends included.
 *
 * @param from the first day
 * @param to the last day, not before {@code from}
 */
public record DayRange(LocalDate from, LocalDate to) {

    public DayRange {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the range ends (" + to + ") before it begins (" + from + ")");
        }
    }

    /** How many days. */
    public long length() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** The months this range touches, in order. */
    public List<YearMonth> months() {
        var last = YearMonth.from(to);
        return Stream.iterate(YearMonth.from(from), month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
    }

    /** The days of this range that lie in one of its months. */
    public DayRange within(YearMonth month) {
        return new DayRange(
                month.equals(YearMonth.from(from)) ? from : month.atDay(1),
                month.equals(YearMonth.from(to)) ? to : month.atEndOfMonth());
    }
}
