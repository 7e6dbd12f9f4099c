package dev.pagetrack.table.rebuild;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * How rollups are rebuilt.
 *
 * @param dryRun only find out what would change
 * @param horizon the first UTC day that still has all its raw views; empty if no raw views can have expired. The counts
 *     of days before it are never lowered
 */
public record RebuildSettings(boolean dryRun, Optional<LocalDate> horizon) {

    public RebuildSettings {
        requireNonNull(horizon, "horizon");
    }

    /** Whether raw views of a day may have expired. */
    boolean isBeforeHorizon(YearMonth month, int day) {
        return horizon.filter(first ->
                        day <= month.lengthOfMonth() && month.atDay(day).isBefore(first))
                .isPresent();
    }
}
