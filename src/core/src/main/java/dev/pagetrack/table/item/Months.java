package dev.pagetrack.table.item;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** Computes ranges of UTC months. */
public final class Months {

    private Months() {}

    /** Returns the months from one epoch second to another, both included, in order. */
    public static List<YearMonth> between(long first, long last) {
        var end = month(last);
        return Stream.iterate(month(first), month -> !month.isAfter(end), month -> month.plusMonths(1))
                .toList();
    }

    private static YearMonth month(long second) {
        return YearMonth.from(Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC));
    }
}
