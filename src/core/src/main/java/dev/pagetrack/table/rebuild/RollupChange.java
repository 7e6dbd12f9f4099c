package dev.pagetrack.table.rebuild;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.Optional;

/**
 * A rollup that differed from the sums of the raw views.
 *
 * @param page the page path
 * @param month the month of a {@code MONTH} item; empty for the page's total in {@code INDEX}
 * @param before its views before the change
 * @param after its views after the change; equal to {@code before} if only days, counts by name or the first and last
 *     view were wrong
 */
public record RollupChange(String page, Optional<YearMonth> month, long before, long after) {

    /** By page, the total first, then by month. */
    public static final Comparator<RollupChange> ORDER = Comparator.comparing(RollupChange::page)
            .thenComparing(change -> change.month().map(YearMonth::toString).orElse(""));

    public RollupChange {
        requireNonNull(page, "page");
        requireNonNull(month, "month");
    }
}
