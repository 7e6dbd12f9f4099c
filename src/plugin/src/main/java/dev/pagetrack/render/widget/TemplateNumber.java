package dev.pagetrack.render.widget;

import java.util.Locale;

/**
 * A number as templates see it.
 *
 * @param value the number, not negative
 * @param locale the locale whose separators are used
 */
record TemplateNumber(long value, Locale locale) {

    private static final int THOUSAND = 1000;
    private static final String UNITS = "kMBT";

    /** The digits without separators. */
    String raw() {
        return Long.toString(value);
    }

    /** The number with the locale's thousands separators: {@code 1,234} or {@code 1.234}. */
    String grouped() {
        var digits = new StringBuilder(raw());
        var separator = NumberSeparators.of(locale).thousands();
        int step = NumberSeparators.groupSize(locale);
        for (int i = digits.length() - 3; i > 0; i -= step) {
            digits.insert(i, separator);
        }
        return digits.toString();
    }

    /**
     * The number in short form: {@code 999}, {@code 1.2k}, {@code 12k}, {@code 3M}. It is cut and not rounded, so it is
     * never greater than the number that was counted.
     */
    String compact() {
        long rest = value;
        int unit = -1;
        int tenths = 0;
        while (rest >= THOUSAND && unit < UNITS.length() - 1) {
            tenths = (int) (rest % THOUSAND / 100);
            rest /= THOUSAND;
            unit++;
        }
        if (unit < 0) {
            return raw();
        }
        var fraction = rest < 10 && tenths > 0 ? NumberSeparators.of(locale).decimal() + tenths : "";
        return new TemplateNumber(rest, locale).grouped() + fraction + UNITS.charAt(unit);
    }

    @Override
    public String toString() {
        return grouped();
    }
}
