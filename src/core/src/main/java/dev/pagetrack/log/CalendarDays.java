package dev.pagetrack.log;

/**
 * Computes epoch days from dates without creating a {@link java.time.LocalDate} for every line. Caching the last day
 * would be worse: when a log reaches its next day, HotSpot would recompile all the code that reads a line.
 */
final class CalendarDays {

    static final long INVALID = Long.MIN_VALUE;

    private static final int FROM_YEAR_0_TO_1970 = 719_528;
    private static final int MONTHS = 14;

    /** The days before each month, first in common years, then in leap years. The last entry is for a 13th month. */
    private static final int[] BEFORE_MONTH = {
        0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365,
        0, 0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366
    };

    private CalendarDays() {}

    /**
     * Days since 1970-01-01 of a Gregorian date in the years 0 to 9999, or {@link #INVALID} if there is no such date.
     */
    static long epochDay(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1) {
            return INVALID;
        }
        boolean leapYear = (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
        int row = leapYear ? MONTHS + month : month;
        if (day > BEFORE_MONTH[row + 1] - BEFORE_MONTH[row]) {
            return INVALID;
        }
        // The number of leap days in the years before this one; year 0 is a leap year.
        int leapDays = (year + 3) / 4 - (year + 99) / 100 + (year + 399) / 400;
        return 365L * year + leapDays + BEFORE_MONTH[row] + day - 1 - FROM_YEAR_0_TO_1970;
    }
}
