package dev.pagetrack.render.widget;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What stands between the digits of a number. Taken from a table of our own: CLDR, as JDKs have it, changes from release
 * to release, and a page must not change with the JDK that rendered it.
 *
 * @param thousands between groups of digits
 * @param decimal before the tenths
 */
record NumberSeparators(String thousands, String decimal) {

    private static final NumberSeparators ENGLISH = new NumberSeparators(",", ".");
    private static final String FILE = "separators.txt";
    private static final String PINNED_LABEL = "pinned";

    /** Where 1234567 is 12,34,567 (CLDR, decimal format {@code #,##,##0.###}, as browsers apply it). */
    private static final Set<String> LAKHS = Set.of("bn", "gu", "hi", "ml", "mr", "ta", "te", "en-IN");

    private static final Set<String> NO_LAKHS = Set.of("ta-MY", "ta-SG");

    private static final Map<String, NumberSeparators> BY_TAG = new HashMap<>();

    /** The tags of locales for which the table follows the newest JDK against older ones. */
    static final Set<String> PINNED = new HashSet<>();

    static {
        try (var in = NumberSeparators.class.getResourceAsStream(FILE);
                var lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(NumberSeparators::read);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    /** How a locale writes numbers; a language without an entry is written as English. */
    static NumberSeparators of(Locale locale) {
        var language = locale.getLanguage();
        return List.of(
                        locale.stripExtensions().toLanguageTag(),
                        language + "-" + locale.getCountry(),
                        language + "-" + locale.getScript(),
                        language)
                .stream()
                .map(BY_TAG::get)
                .filter(found -> found != null)
                .findFirst()
                .orElse(ENGLISH);
    }

    /** How many digits stand in a group, but for the last, which has three. JDKs do not know: they have no other than three. */
    static int groupsOf(Locale locale) {
        var language = locale.getLanguage();
        boolean lakhs = LAKHS.contains(language) || LAKHS.contains(language + "-" + locale.getCountry());
        return lakhs && !NO_LAKHS.contains(language + "-" + locale.getCountry()) ? 2 : 3;
    }

    /** A line of the file: two code points and the tags they are for. */
    private static void read(String line) {
        int colon = line.indexOf(':');
        var label = line.substring(0, colon);
        var tags = List.of(line.substring(colon + 2).split(" "));
        if (label.equals(PINNED_LABEL)) {
            PINNED.addAll(tags);
            return;
        }
        var separators = new NumberSeparators(character(label.substring(0, 4)), character(label.substring(5)));
        tags.forEach(tag -> BY_TAG.put(tag, separators));
    }

    private static String character(String codePoint) {
        return Character.toString(Integer.parseInt(codePoint, 16));
    }
}
