package dev.pagetrack.stats;

import java.time.Duration;
import java.time.Instant;

/** Describes in words how old figures are. */
public final class Age {

    private static final long HOURS_A_DAY = 24;

    private Age() {}

    /** The age in days, hours or minutes: in the largest unit of which it has at least two; younger is "just read". */
    public static String between(Instant then, Instant now) {
        var age = Duration.between(then, now);
        if (age.toHours() >= 2 * HOURS_A_DAY) {
            return age.toDays() + " days old";
        }
        if (age.toMinutes() >= 120) {
            return age.toHours() + " hours old";
        }
        return age.toMinutes() >= 2 ? age.toMinutes() + " minutes old" : "just read";
    }
}
