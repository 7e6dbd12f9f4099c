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
 * The separators between the digits of a number. They come from a table of this project, because the CLDR data change
 * with each release of the JDK, and a page must not change with the JDK that rendered it.
 *
 * @param thousands stands between groups of digits
 * @param decimal stands before the tenths
 */
record NumberSeparators(String thousands, String decimal) {

    private static final NumberSeparators ENGLISH = new NumberSeparators(",", ".");
    private static final String FILE = "separators.txt";
    private static final String PINNED_LABEL = "pinned";

    /** Locales that write 1234567 as 12,34,567 (CLDR, decimal format {@code #,##,##0.###}, as browsers apply it). */
    private static final Set<String> LAKHS = Set.of("bn", "gu", "hi", "ml", "mr", "ta", "te", "en-IN");

    private static final Set<String> NO_LAKHS = Set.of("ta-MY", "ta-SG");

    private static final Map<String, NumberSeparators> BY_TAG = new HashMap<>();

    /** The tags of locales for which older JDKs differ from the table, which follows the newest one. */
    static final Set<String> PINNED = new HashSet<>();

    static {
        try (var in = NumberSeparators.class.getResourceAsStream(FILE);
                var lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(NumberSeparators::read);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    /** The separators of a locale; those of English if its language has no entry. */
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

    /** The number of digits in each group but the last, which has three. The JDK only knows groups of three. */
    static int groupSize(Locale locale) {
        var language = locale.getLanguage();
        boolean lakhs = LAKHS.contains(language) || LAKHS.contains(language + "-" + locale.getCountry());
        return lakhs && !NO_LAKHS.contains(language + "-" + locale.getCountry()) ? 2 : 3;
    }

    /** Reads a line of the file: two code points, and the tags of the locales that use them. */
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
