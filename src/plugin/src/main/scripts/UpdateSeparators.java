import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes the table of thousands and decimal separators from the CLDR data of two JDKs, the older one first:
 *
 * <pre>java UpdateSeparators.java JDK_17_HOME JDK_25_HOME ../resources/dev/pagetrack/render/widget/separators.txt</pre>
 *
 * <p>Where the two differ, the newer one is right and the tag is listed as pinned. Digits are always 0 to 9, so the
 * separators are those that a locale uses with these digits.
 */
class UpdateSeparators {

    private static final String HEADER = """
            # The thousands and decimal separators of locales, as code points, for the digits 0 to 9; others are written as en.
            # A tag that is not here is looked up without its script, its region, or both.
            # Written by src/main/scripts/UpdateSeparators.java from the CLDR data of JDK 17 and JDK 25. Where they differ, JDK 25
            # is right, and "pinned" lists the tag.
            """;

    public static void main(String... args) throws Exception {
        if (args.length == 1) {
            printSeparators(Files.readAllLines(Path.of(args[0])));
            return;
        }
        var tags = new TreeSet<String>();
        tags.addAll(separatorsOf(args[0], List.of()).keySet());
        tags.addAll(separatorsOf(args[1], List.of()).keySet());
        var older = separatorsOf(args[0], tags);
        var newer = separatorsOf(args[1], tags);
        Files.writeString(Path.of(args[2]), table(older, newer), UTF_8);
    }

    /** Prints the separators of the given tags, or of all locales of this JDK if there are none. */
    private static void printSeparators(List<String> tags) {
        var wanted = new TreeSet<>(tags);
        if (wanted.isEmpty()) {
            Arrays.stream(Locale.getAvailableLocales())
                    .filter(locale -> !locale.getLanguage().isEmpty())
                    .filter(locale -> locale.getVariant().isEmpty() && !locale.hasExtensions())
                    .map(Locale::toLanguageTag)
                    .forEach(wanted::add);
        }
        for (var tag : wanted) {
            var symbols = DecimalFormatSymbols.getInstance(Locale.forLanguageTag(tag + "-u-nu-latn"));
            System.out.printf("%s %04x %04x%n", tag, (int) symbols.getGroupingSeparator(), (int) symbols.getDecimalSeparator());
        }
    }

    /** Runs another JDK, and returns the separators that it prints, by tag. */
    private static Map<String, String> separatorsOf(String home, Iterable<String> tags) throws IOException {
        var tagFile = Files.createTempFile("tags", ".txt");
        Files.write(tagFile, tags);
        var script = Path.of("UpdateSeparators.java").toString();
        var process = new ProcessBuilder(
                        home + "/bin/java", "-Djava.locale.providers=CLDR", script, tagFile.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var separators = new TreeMap<String, String>();
        new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .forEach(line -> separators.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1)));
        Files.delete(tagFile);
        return separators;
    }

    private static String table(Map<String, String> older, Map<String, String> newer) {
        var needed = new TreeMap<String, String>();
        newer.keySet().stream()
                .sorted(Comparator.<String>comparingInt(tag -> tag.split("-").length).thenComparing(tag -> tag))
                .forEach(tag -> {
                    if (!lookUp(needed, tag).equals(newer.get(tag))) {
                        needed.put(tag, newer.get(tag));
                    }
                });
        var text = new StringBuilder(HEADER);
        for (var separators : new TreeSet<>(needed.values())) {
            text.append(line(separators, needed.keySet().stream()
                    .filter(tag -> needed.get(tag).equals(separators))
                    .toList()));
        }
        var pinned = newer.keySet().stream()
                .filter(tag -> !newer.get(tag).equals(older.get(tag)))
                .toList();
        return text.append(line("pinned", pinned)).toString();
    }

    private static String lookUp(Map<String, String> table, String tag) {
        var locale = Locale.forLanguageTag(tag);
        var names = new ArrayList<String>(List.of(
                tag,
                locale.getLanguage() + "-" + locale.getCountry(),
                locale.getLanguage() + "-" + locale.getScript(),
                locale.getLanguage()));
        return names.stream().filter(table::containsKey).map(table::get).findFirst().orElse("002c 002e");
    }

    /** Lines of up to 120 characters. */
    private static String line(String name, List<String> tags) {
        var lines = new StringBuilder();
        var line = new StringBuilder(name).append(':');
        for (var tag : tags) {
            if (line.length() + tag.length() >= 120) {
                lines.append(line).append('\n');
                line = new StringBuilder(name).append(':');
            }
            line.append(' ').append(tag);
        }
        return lines.append(line).append('\n').toString();
    }
}
