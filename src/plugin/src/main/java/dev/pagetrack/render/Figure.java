package dev.pagetrack.render;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A number as templates see it.
 *
 * <p>How thousands are set apart is pinned here for the languages where it is not a comma, from CLDR 45: the tables of the
 * JDK change from release to release, and a page must not change with the JDK that rendered it.
 *
 * @param value the number
 * @param locale for whom it is written
 */
record Figure(long value, Locale locale) {

    private static final String NARROW_SPACE = "\u202F";
    private static final String SPACE = "\u00A0";

    private static final Map<String, Set<String>> BY_LANGUAGE = Map.of(
            ".",
            Set.of(
                    "az", "bs", "ca", "da", "de", "el", "es", "eu", "fo", "fy", "gl", "hr", "id", "in", "is", "it",
                    "jv", "kl", "lb", "lo", "mk", "nl", "pt", "ro", "rw", "sl", "sr", "tr", "vi"),
            SPACE,
            Set.of(
                    "af", "be", "bg", "br", "cs", "eo", "et", "fi", "hu", "hy", "ka", "kk", "ky", "lt", "lv", "nb",
                    "nn", "no", "os", "pl", "ru", "se", "sk", "sq", "sv", "tg", "tk", "tt", "uk", "uz"),
            NARROW_SPACE,
            Set.of("fr"));

    private static final Map<String, Set<String>> BY_REGION = Map.of(
            "’",
            Set.of("de-CH", "de-LI", "en-CH", "it-CH"),
            SPACE,
            Set.of("de-AT", "en-FI", "en-SE", "en-ZA", "es-CR", "fr-CA", "pt-AO", "pt-CH", "pt-MZ", "pt-PT"),
            ".",
            Set.of("en-AT", "en-BE", "en-DE", "en-DK", "en-NL", "en-SI", "fr-LU", "fr-MA"),
            ",",
            Set.of(
                    "es-419", "es-BZ", "es-CU", "es-DO", "es-GT", "es-HN", "es-MX", "es-NI", "es-PA", "es-PE", "es-PR",
                    "es-SV", "es-US"));

    /** The number's digits. */
    String raw() {
        return Long.toString(value);
    }

    /** The number as a reader of the locale writes it: {@code 1,234} or {@code 1.234}. */
    String grouped() {
        var digits = new StringBuilder(raw());
        var separator = separator();
        for (int i = digits.length() - 3; i > 0; i -= 3) {
            digits.insert(i, separator);
        }
        return digits.toString();
    }

    @Override
    public String toString() {
        return grouped();
    }

    private String separator() {
        return find(BY_REGION, locale.getLanguage() + "-" + locale.getCountry())
                .or(() -> find(BY_LANGUAGE, locale.getLanguage()))
                .orElse(",");
    }

    private static Optional<String> find(Map<String, Set<String>> separators, String wanted) {
        return separators.entrySet().stream()
                .filter(entry -> entry.getValue().contains(wanted))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
