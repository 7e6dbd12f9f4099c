package dev.pagetrack.render;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    /** JDK 17 has them, but not from CLDR. */
    private static final Set<String> OLD_DATA = Set.of("sr-BA", "sr-CS");

    /** The table was made from these two, and holds what they agree on. */
    @Test
    void separatesDigitsAsTheJdkDoes() {
        assumeThat(Runtime.version().feature()).isIn(17, 25);
        var locales = Arrays.stream(Locale.getAvailableLocales())
                .filter(locale -> !locale.getLanguage().isEmpty())
                .filter(locale -> locale.getVariant().isEmpty() && !locale.hasExtensions())
                .filter(locale -> !NumberSeparators.PINNED.contains(locale.toLanguageTag()))
                .filter(locale -> !OLD_DATA.contains(locale.toLanguageTag()))
                .toList();
        assertThat(locales).hasSizeGreaterThan(900);
        assertThat(locales.stream()
                        .filter(locale -> !NumberSeparators.of(locale).equals(jdk(locale)))
                        .map(locale -> locale.toLanguageTag() + " is " + jdk(locale))
                        .collect(joining("\n")))
                .isEmpty();
    }

    private static NumberSeparators jdk(Locale locale) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.forLanguageTag(locale.toLanguageTag() + "-u-nu-latn"));
        return new NumberSeparators(
                String.valueOf(symbols.getGroupingSeparator()), String.valueOf(symbols.getDecimalSeparator()));
    }

    @ParameterizedTest
    @CsvSource({
        "en-IT, .",
        "en-Latn-CH, ’",
        "de-Latn-AT, \u00A0",
        "uz-Arab-AF, .",
        "km, ','",
        "xx, ','",
        "de-u-nu-thai, ."
    })
    void findsTheNearestEntry(String tag, String thousands) {
        assertThat(NumberSeparators.of(Locale.forLanguageTag(tag)).thousands()).isEqualTo(thousands);
    }

    @ParameterizedTest
    @CsvSource({
        "0, en, 0",
        "999, en, 999",
        "1000, en, 1k",
        "1099, en, 1k",
        "1999, en, 1.9k",
        "1234, de, '1,2k'",
        "9999, en, 9.9k",
        "10999, en, 10k",
        "999999, en, 999k",
        "1000000, en, 1M",
        "2550000000, fr, '2,5B'",
        "1234567890123456, en, '1,234T'",
    })
    void writesNumbersInLittleSpace(long value, String locale, String expected) {
        assertThat(new Figure(value, Locale.forLanguageTag(locale)).compact()).isEqualTo(expected);
    }

    @Test
    void writesInstantsForEveryReader() {
        var moment = new Moment(Optional.of(Instant.parse("2026-03-01T23:59:59.9Z")));
        assertThat(moment).hasToString("2026-03-01T23:59:59Z");
        assertThat(moment.date()).isEqualTo("2026-03-01");
        assertThat(new Moment(Optional.empty()).date()).isEmpty();
    }
}
