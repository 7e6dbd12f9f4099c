package dev.pagetrack.table.rebuild;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * How rollups are rebuilt.
 *
 * @param dryRun only find out what would change
 * @param horizon the first UTC day whose raw views are all there, where retention lets older ones expire: what is counted
 *     for the days before is never lowered
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
