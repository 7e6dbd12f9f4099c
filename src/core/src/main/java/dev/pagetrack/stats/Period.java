package dev.pagetrack.stats;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.figures.CountedTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The time that a figure covers, such as the last 30 days. A period does not contain the current time; {@link
 * #endingAt} takes it as a parameter. {@code equals} is written by hand where every page of a site compares periods:
 * the JVM links the generated method of a record at run time, which is expensive in a short run.
 */
public sealed interface Period {

    /** The forms that {@link #parse} understands, for messages. */
    String FORMS = "all, <days>d (as 30d), <months>m (as 12m) or <from>..<to> (as 2026-01-01..2026-03-31)";

    /** The most days of a period, for all forms but months and all time. */
    int MAX_DAYS = 3660;

    /** The most months of a period. */
    int MAX_MONTHS = 120;

    /** The days of this period when it ends at an instant; empty for all time. */
    Optional<DayRange> endingAt(Instant end);

    /** The period of the same length directly before this one, to compare with; empty for all time. */
    default Optional<DayRange> before(Instant end) {
        return endingAt(end)
                .map(days -> new DayRange(
                        days.from().minusDays(days.length()), days.from().minusDays(1)));
    }

    /**
     * The days of this period when it ends at an instant. All time begins with the first view, but not before the first
     * logs: one view with a wrong time must not make hundreds of months necessary.
     *
     * @param first the first view; if there is none, all time has no days
     */
    default Optional<DayRange> daysFrom(Optional<Instant> first, Instant end) {
        return endingAt(end)
                .or(() -> first.map(view -> view.isBefore(CountedTime.EARLIEST) ? CountedTime.EARLIEST : view)
                        .filter(view -> !view.isAfter(end))
                        .map(view -> new DayRange(utcDay(view), utcDay(end))));
    }

    /** The months that contain the days of {@link #daysFrom}. */
    default Set<YearMonth> monthsFrom(Optional<Instant> first, Instant end) {
        return daysFrom(first, end).map(days -> Set.copyOf(days.months())).orElse(Set.of());
    }

    /** All time: every view that was ever counted. */
    record AllTime() implements Period {
        @Override
        public Optional<DayRange> endingAt(Instant end) {
            return Optional.empty();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof AllTime;
        }

        @Override
        public int hashCode() {
            return AllTime.class.getName().hashCode();
        }
    }

    /**
     * The last days, including the day of the end.
     *
     * @param days how many, 1 to 3660
     */
    record LastDays(int days) implements Period {
        public LastDays {
            requireBetween(days, MAX_DAYS, "days");
        }

        @Override
        public Optional<DayRange> endingAt(Instant end) {
            var last = utcDay(end);
            return Optional.of(new DayRange(last.minusDays(days - 1L), last));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof LastDays that && days == that.days;
        }

        @Override
        public int hashCode() {
            return days;
        }
    }

    /**
     * The last calendar months, including the whole month of the end.
     *
     * @param months how many, 1 to 120
     */
    record LastMonths(int months) implements Period {
        public LastMonths {
            requireBetween(months, MAX_MONTHS, "months");
        }

        @Override
        public Optional<DayRange> endingAt(Instant end) {
            var last = YearMonth.from(utcDay(end));
            return Optional.of(new DayRange(last.minusMonths(months - 1L).atDay(1), last.atEndOfMonth()));
        }

        /** The same number of calendar months, even if they have another number of days. */
        @Override
        public Optional<DayRange> before(Instant end) {
            return endingAt(end)
                    .map(days -> new DayRange(
                            days.from().minusMonths(months), days.from().minusDays(1)));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof LastMonths that && months == that.months;
        }

        @Override
        public int hashCode() {
            return -months;
        }
    }

    /**
     * Fixed days, independent of the end.
     *
     * @param range the days, at most 3660
     */
    record Between(DayRange range) implements Period {
        public Between {
            requireBetween(range.length(), MAX_DAYS, "days");
        }

        @Override
        public Optional<DayRange> endingAt(Instant end) {
            return Optional.of(range);
        }
    }

    /**
     * Parses a period as it is written in a marker, a template or a query.
     *
     * @throws WrongSettingException if the text has none of the {@link #FORMS}, with a message that lists them
     */
    static Period parse(String text) {
        try {
            return parsed(text);
        } catch (DateTimeParseException | IllegalArgumentException e) {
            var why = e instanceof IllegalArgumentException ? " (" + e.getMessage() + ")" : "";
            throw new WrongSettingException("'" + text + "' is not a period" + why + ": use " + FORMS, e);
        }
    }

    private static Period parsed(String text) {
        if (text.equals("all")) {
            return new AllTime();
        }
        var last = Pattern.compile("([0-9]{1,4})([dm])").matcher(text);
        if (last.matches()) {
            int number = Integer.parseInt(last.group(1));
            return last.group(2).equals("d") ? new LastDays(number) : new LastMonths(number);
        }
        int dots = text.indexOf("..");
        if (dots < 0) {
            throw new WrongSettingException("unknown form");
        }
        return new Between(new DayRange(Days.parse(text.substring(0, dots)), Days.parse(text.substring(dots + 2))));
    }

    private static LocalDate utcDay(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static void requireBetween(long value, int max, String unit) {
        if (value < 1 || value > max) {
            throw new WrongSettingException("1 to " + max + " " + unit);
        }
    }
}
