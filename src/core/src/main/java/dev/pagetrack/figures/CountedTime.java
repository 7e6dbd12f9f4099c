package dev.pagetrack.figures;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The time in which views can lie. A log line with another time is wrong: a server without a clock begins in 1970, and
 * one such line would make every later reading ask for hundreds of months.
 */
public final class CountedTime {

    /** When HTTP/1.0 was published: no log of a web server that pagetrack reads is older. */
    public static final Instant EARLIEST = Instant.parse("1996-05-01T00:00:00Z");

    /** The end of the times that settings and snapshots may name. It is far away, and bounds how much is read. */
    public static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

    /** How far clocks may differ. */
    private static final Duration TOLERANCE = Duration.ofDays(1);

    private CountedTime() {}

    /** Whether a setting or a snapshot may name an instant. */
    public static boolean contains(Instant instant) {
        return !instant.isBefore(EARLIEST) && instant.isBefore(END);
    }

    /** The last instant that counts now. */
    public static Instant latest(Clock clock) {
        return clock.instant().plus(TOLERANCE);
    }
}
