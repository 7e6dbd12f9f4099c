package dev.pagetrack;

import java.util.Locale;

/** A number of things, as messages say it: {@code 1 page}, {@code 1,234 pages}. */
public final class Count {

    private Count() {}

    /**
     * So many of a thing whose plural ends in s.
     *
     * @param one what one is called
     */
    public static String of(long number, String one) {
        return of(number, one, one + "s");
    }

    /**
     * So many of a thing, perhaps with a verb.
     *
     * @param one what is said of one
     * @param many what is said of any other number
     */
    public static String of(long number, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
    }
}
