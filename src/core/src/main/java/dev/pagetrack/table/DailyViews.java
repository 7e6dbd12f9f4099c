package dev.pagetrack.table;

import java.util.Arrays;

/** The views of one page in one month, day by day. Immutable. */
public final class DailyViews {

    private static final int DAYS = 31;

    private final long[] days;

    private DailyViews(long[] days) {
        this.days = days;
    }

    /**
     * The views of a month.
     *
     * @param days the views of the days 1, 2, … in that order; days that are left out at the end are zero
     * @throws IllegalArgumentException for more than 31 days
     */
    public static DailyViews of(long... days) {
        if (days.length > DAYS) {
            throw new IllegalArgumentException("a month has no " + days.length + " days");
        }
        return new DailyViews(Arrays.copyOf(days, DAYS));
    }

    /** The views on a day of the month, 1 to 31. */
    public long on(int day) {
        return days[day - 1];
    }

    /** The views from one day of the month to another, both included. */
    public long between(int from, int to) {
        return Arrays.stream(days, from - 1, to).sum();
    }

    /** Both together. */
    public DailyViews plus(DailyViews other) {
        var sum = new long[DAYS];
        Arrays.setAll(sum, i -> days[i] + other.days[i]);
        return new DailyViews(sum);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DailyViews that && Arrays.equals(days, that.days);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(days);
    }

    @Override
    public String toString() {
        return Arrays.toString(days);
    }
}
