package dev.pagetrack.stats;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.nextOrSame;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The length of the steps of a history: a day, a week or a month. */
public enum HistoryStep {
    DAY {
        @Override
        LocalDate lastDay(LocalDate first) {
            return first;
        }

        @Override
        public String name(LocalDate day) {
            return day.toString();
        }
    },
    /** From Monday to Sunday (ISO 8601), named by the date of its Monday. */
    WEEK {
        @Override
        LocalDate lastDay(LocalDate first) {
            return first.with(nextOrSame(MONDAY.minus(1)));
        }

        @Override
        public String name(LocalDate day) {
            return day.with(previousOrSame(MONDAY)).toString();
        }
    },
    MONTH {
        @Override
        LocalDate lastDay(LocalDate first) {
            return YearMonth.from(first).atEndOfMonth();
        }

        @Override
        public String name(LocalDate day) {
            return YearMonth.from(day).toString();
        }
    };

    private static final int LONGEST_BY_DAY = 62;
    private static final int LONGEST_BY_WEEK = 183;

    /** The last day of the step that contains a day. */
    abstract LocalDate lastDay(LocalDate first);

    /** The name of the step that contains a day. */
    public abstract String name(LocalDate day);

    /** The word for this step in markers and queries. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The default step for a range: days up to two months, weeks up to half a year, months beyond. */
    public static HistoryStep fitting(DayRange days) {
        if (days.length() <= LONGEST_BY_DAY) {
            return DAY;
        }
        return days.length() <= LONGEST_BY_WEEK ? WEEK : MONTH;
    }

    /** Splits the range into steps. The first and the last may be shorter than the others. */
    public List<DayRange> cut(DayRange days) {
        var steps = new ArrayList<DayRange>();
        for (var first = days.from(); !first.isAfter(days.to()); ) {
            var last = lastDay(first);
            steps.add(new DayRange(first, last.isBefore(days.to()) ? last : days.to()));
            first = last.plusDays(1);
        }
        return steps;
    }
}
