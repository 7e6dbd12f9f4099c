package dev.pagetrack.render.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateNumberTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | 1,234,567
                    de | 1.234.567
                    de-CH | 1’234’567
                    fr | 1\u202F234\u202F567
                    ru | 1\u00A0234\u00A0567
                    es-MX | 1,234,567
                    tr | 1.234.567
                    ar-EG | 1,234,567
                    hi | 12,34,567
                    hi-IN | 12,34,567
                    en-IN | 12,34,567
                    ta-LK | 12,34,567
                    ta-SG | 1,234,567
                    """)
    void groupsDigitsInTheFormatOfALocale(String locale, String expected) {
        assertThat(new TemplateNumber(1234567, Locale.forLanguageTag(locale))).hasToString(expected);
        assertThat(new TemplateNumber(999, Locale.forLanguageTag(locale))).hasToString("999");
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
    void writesNumbersInShortForm(long value, String locale, String expected) {
        assertThat(new TemplateNumber(value, Locale.forLanguageTag(locale)).compact())
                .isEqualTo(expected);
    }
}
