package dev.pagetrack.stats;

import dev.pagetrack.WrongSettingException;
import java.time.LocalDate;

/**
 * UTC days as people and scripts write them. A {@link LocalDate} reaches a thousand million years in both directions;
 * what has to be done for a range of days would never end with such years.
 */
public final class Days {

    /** The days that are accepted, for messages. */
    public static final String BOUNDS = "1970-01-01 to 9999-12-31";

    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private Days() {}

    /**
     * Parses a day, such as 2026-03-31.
     *
     * @throws java.time.format.DateTimeParseException if the text is no day
     * @throws WrongSettingException if the day is outside {@link #BOUNDS}
     */
    public static LocalDate parse(String text) {
        return requireBounds(LocalDate.parse(text));
    }

    /**
     * Makes sure that a day is within {@link #BOUNDS}, and returns it.
     *
     * @throws WrongSettingException if it is not
     */
    public static LocalDate requireBounds(LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw new WrongSettingException("days are " + BOUNDS);
        }
        return day;
    }
}
