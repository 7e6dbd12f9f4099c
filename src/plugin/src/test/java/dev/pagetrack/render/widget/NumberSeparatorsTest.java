package dev.pagetrack.render.widget;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberSeparatorsTest {

    /** Locales that JDK 17 has, but not from CLDR. */
    private static final Set<String> OLD_DATA = Set.of("sr-BA", "sr-CS");

    /** The table was made from JDK 17 and 25. Except for pinned locales, it holds what both agree on. */
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
}
