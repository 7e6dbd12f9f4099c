package dev.pagetrack;

import java.util.Locale;

/** Writes counts for messages: {@code 1 page}, {@code 1,234 pages}. */
public final class Count {

    private Count() {}

    /**
     * A count of things whose plural ends in s.
     *
     * @param one the singular noun
     */
    public static String of(long number, String one) {
        return of(number, one, one + "s");
    }

    /**
     * A count of things whose plural is irregular, or a count followed by a verb.
     *
     * @param one the words that follow the number 1
     * @param many the words that follow any other number
     */
    public static String of(long number, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
    }
}
