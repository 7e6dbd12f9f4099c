package dev.pagetrack.stats;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * A range of UTC days, both ends included.
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

    /** How many days the range has. */
    public long length() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** How many months contain days of this range. */
    public long monthCount() {
        return ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to)) + 1;
    }

    /** The months that contain days of this range, in order. */
    public List<YearMonth> months() {
        var last = YearMonth.from(to);
        return Stream.iterate(YearMonth.from(from), month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
    }

    /** The part of this range that lies in a month, which must be one of its {@link #months}. */
    public DayRange within(YearMonth month) {
        return new DayRange(
                month.equals(YearMonth.from(from)) ? from : month.atDay(1),
                month.equals(YearMonth.from(to)) ? to : month.atEndOfMonth());
    }
}
