package dev.pagetrack.table.site;

import dev.pagetrack.WrongSettingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How long raw views are kept. A view is counted only while it is younger than this. Its raw view, which proves that it
 * was counted, is kept for two more days. So if a log record is delivered again, either its raw view still exists, or
 * the record is too old and is rejected.
 *
 * @param days 1 to 36,500
 */
public record Retention(int days) {

    private static final int MOST_DAYS = 36_500;
    private static final Duration MARGIN = Duration.ofDays(2);

    public Retention {
        if (days < 1 || days > MOST_DAYS) {
            throw new WrongSettingException(
                    "<retention> (pagetrack.retention) is " + days + ": write a number of days from 1 to " + MOST_DAYS
                            + ", or leave it out to keep raw views for ever.");
        }
    }

    /**
     * Returns the instant before which views are no longer counted. It is the start of a UTC day, so that all runs of a
     * day agree.
     */
    public Instant horizon(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(days));
    }

    /** Returns when a raw view expires, in epoch seconds, given the second of the view. */
    public long expiry(long second) {
        return second + Duration.ofDays(days).plus(MARGIN).toSeconds();
    }
}
