package dev.pagetrack.ingest;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.figures.CountedTime;
import dev.pagetrack.log.Rejection;
import dev.pagetrack.table.site.ForgetRule;
import dev.pagetrack.table.site.RunningTerms;
import dev.pagetrack.view.View;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which views a run counts, by its clock and by what all runs of the site have agreed on. The view policy, in contrast,
 * looks at the line alone.
 *
 * @param clock the current time: a view of the future has a wrong time
 * @param horizon views before this time are not counted
 * @param forgotten the views that the owner took out
 */
record RunLimits(Clock clock, Instant horizon, List<ForgetRule.Selection> forgotten) {

    RunLimits {
        requireNonNull(clock, "clock");
        requireNonNull(horizon, "horizon");
        forgotten = List.copyOf(forgotten);
    }

    /** The limits of a dry run, which knows no table. */
    static RunLimits ofDryRun(Clock clock) {
        return new RunLimits(clock, Instant.MIN, List.of());
    }

    static RunLimits of(RunningTerms terms, Clock clock) {
        return new RunLimits(
                clock,
                terms.horizon(),
                terms.forgotten().stream().map(ForgetRule::selection).toList());
    }

    /** The last second that counts now. */
    long latest() {
        return CountedTime.latest(clock).getEpochSecond();
    }

    /**
     * Why a view does not count; null if it does.
     *
     * @param latest the last second that counts
     */
    @Nullable
    Rejection rejection(View view, long latest) {
        if (view.second() < CountedTime.EARLIEST.getEpochSecond() || view.second() > latest) {
            return Rejection.DATE;
        }
        if (view.second() < horizon.getEpochSecond()) {
            return Rejection.TOO_OLD;
        }
        for (var selection : forgotten) {
            if (selection.contains(view)) {
                return Rejection.FORGOTTEN;
            }
        }
        return null;
    }
}
