package dev.pagetrack.table.site;

import dev.pagetrack.WrongSettingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How long raw views are kept. A view may be counted while it is younger than that, and its raw view, the proof that it
 * was counted, outlives that by two days: a record that is delivered once more finds it, or is refused.
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

    /** Views before this are not counted any more: the begin of a UTC day, so that all runs of a day agree. */
    public Instant horizon(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(days));
    }

    /** When the raw view of a second expires, in epoch seconds. */
    public long expiry(long second) {
        return second + Duration.ofDays(days).plus(MARGIN).toSeconds();
    }
}
