package dev.pagetrack.figures;

import java.util.Arrays;

/** The views of one page in one month, day by day. Immutable. */
public final class DailyViews {

    /** How many days a month has at most. */
    public static final int DAYS = 31;

    /**
     * Ends with the last day that has views: a snapshot holds millions of these arrays, and most pages have few views.
     */
    private final long[] days;

    private DailyViews(long[] days) {
        this.days = days;
    }

    /**
     * Creates the views of a month.
     *
     * @param days the views of the days 1, 2, … in that order; days missing at the end have no views
     * @throws IllegalArgumentException for more than 31 days
     */
    public static DailyViews of(long... days) {
        if (days.length > DAYS) {
            throw new IllegalArgumentException("a month has no " + days.length + " days");
        }
        return trimmed(days);
    }

    private static DailyViews trimmed(long[] days) {
        int length = days.length;
        while (length > 0 && days[length - 1] == 0) {
            length--;
        }
        return new DailyViews(Arrays.copyOf(days, length));
    }

    /** Returns the views on a day of the month, 1 to 31. */
    public long on(int day) {
        return day > days.length ? 0 : days[day - 1];
    }

    /** Returns the views of the days 1, 2, …, up to the last day that has views. */
    public long[] upToTheLastViewed() {
        return days.clone();
    }

    /** Returns the views of the whole month. */
    public long sum() {
        return Arrays.stream(days).sum();
    }

    /** Returns the views from one day of the month to another, both included. */
    public long between(int from, int to) {
        return from > days.length
                ? 0
                : Arrays.stream(days, from - 1, Math.min(to, days.length)).sum();
    }

    /** Returns the sum of both, day by day. */
    public DailyViews plus(DailyViews other) {
        var sum = new long[DAYS];
        Arrays.setAll(sum, i -> on(i + 1) + other.on(i + 1));
        return trimmed(sum);
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
