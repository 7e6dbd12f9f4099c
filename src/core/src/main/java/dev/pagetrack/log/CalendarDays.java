package dev.pagetrack.log;

/**
 * The numbers of days. Every line has one, and {@link java.time.LocalDate} is an object; to remember the last day instead
 * means that HotSpot compiles all that reads a line anew when a log comes to its next one.
 */
final class CalendarDays {

    static final long INVALID = Long.MIN_VALUE;

    private static final int FROM_YEAR_0_TO_1970 = 719_528;
    private static final int MONTHS = 14;

    /** By month, the days before it, first of other years, then of leap years. The last is the month after December. */
    private static final int[] BEFORE_MONTH = {
        0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365,
        0, 0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366
    };

    private CalendarDays() {}

    /** Days since 1970 of a date of the Gregorian calendar in the years 0 to 9999, or {@link #INVALID}. */
    static long epochDay(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1) {
            return INVALID;
        }
        boolean leapYear = (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
        int row = leapYear ? MONTHS + month : month;
        if (day > BEFORE_MONTH[row + 1] - BEFORE_MONTH[row]) {
            return INVALID;
        }
        // Of the years before this one, those that have a leap day, year 0 among them.
        int leapDays = (year + 3) / 4 - (year + 99) / 100 + (year + 399) / 400;
        return 365L * year + leapDays + BEFORE_MONTH[row] + day - 1 - FROM_YEAR_0_TO_1970;
    }
}
