package dev.pagetrack.table.rebuild;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.Optional;

/**
 * A rollup that did not hold what the raw views say.
 *
 * @param page the page path
 * @param month the month of a {@code MONTH} item; empty for the page's total in {@code INDEX}
 * @param before the views it held
 * @param after the views it should hold; the same where only days, counts by name or the first and last view were wrong
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
