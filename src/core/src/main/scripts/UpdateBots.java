import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Updates bots.txt from the list of the project crawler-user-agents.
 *
 * <pre>
 * npm pack crawler-user-agents &amp;&amp; tar xzf crawler-user-agents-*.tgz
 * java src/main/scripts/UpdateBots.java package/crawler-user-agents.json
 * </pre>
 *
 * Run it in the folder of the module. It reads the version and the licence from the folder of the given file. It writes
 * bots.txt, the licence, and the patterns with their examples for the tests. Our own words in bots.txt stay unchanged.
 * The script expands the regular expressions of the list into words. It drops an expression that it cannot expand, and
 * reports whether our own words find its examples.
 *
 * <p>A word counts only where the examples have it, so that it is not found within other words ("RED/" in "WIRED/"), and
 * so that the app of a company is not taken for its bot ("Notion/2.0 Chrome/76"): at the beginning of the agent, after
 * "compatible; ", or, if an example has it elsewhere, at the beginning of a word.
 */
final class UpdateBots {

    private static final Path MAIN = Path.of("src/main/resources/dev/pagetrack/view");
    private static final Path TEST = Path.of("src/test/resources/dev/pagetrack/view");
    private static final String OWN = "# ---- our own words: written by hand, kept by the script ----\n";

    /** Shorter words must match in case, and at their end there must be the end of a word: "ds9" may be part of a code. */
    private static final int MIN_LENGTH_FOR_ANY_CASE = 6;

    private static final String COMPATIBLE = "compatible; ";

    /** Patterns of the list that match people's browsers, and why. */
    private static final Map<String, String> PEOPLE = Map.ofEntries(
            Map.entry("008\\/", "the end of many model and build numbers"),
            Map.entry("AP3A\\.240617\\.008", "a build of Android 15 on phones of many makers"),
            Map.entry("Automaton|Newsify Feed Fetcher", "a usual word"),
            Map.entry("Blackboard", "an app for students"),
            Map.entry("Butterfly", "phones of HTC"),
            Map.entry("Charlotte", "a name and a city"),
            Map.entry("Code\\/1\\.", "the browser inside Visual Studio Code, and apps that read QR codes"),
            Map.entry("coccoc", "a browser"),
            Map.entry("Expanse", "a phone"),
            Map.entry("Fever", "phones"),
            Map.entry("Fluid", "a browser for single sites on macOS"),
            Map.entry("Hatena", "an app for bookmarks"),
            Map.entry("MetaIAB Facebook", "the browser inside Facebook's app"),
            Map.entry("NewsNow\\/", "an app"),
            Map.entry("Nitro-", "devices"),
            Map.entry("Sonic", "tablets of ViewSonic"),
            Map.entry("speedy", "a phone"),
            Map.entry("Trae\\/", "the browser inside an editor"),
            Map.entry("Trove", "an app of a library"),
            Map.entry("Viber", "the browser inside Viber's app"),
            Map.entry("WhatsApp", "WhatsApp's own desktop app"));

    private static final String HEAD = """
            # Words in the user agents of bots, one per line, read by BotList.
            #
            #   "word"   anywhere in the agent, in upper or lower case
            #   'Word'   anywhere, in exactly this case
            #   ^"word"  at the beginning of the agent       "word"$  at its end
            #   <"word"  no letter or digit before it        "word">  none behind it
            #   -"word"  an exception: other words found within this one do not mean a bot
            #   +"word"  a browser or its engine: an agent without any of these words is a program
            #
            # The script src/main/scripts/UpdateBots.java generates the first part from crawler-user-agents %s,
            # https://github.com/monperrus/crawler-user-agents, under the MIT licence in bots.LICENSE.txt.
            # Its words count only where the examples of crawler-user-agents have them.
            # The second part is our own. The script leaves out words of the first part that the second part already
            # covers, so run it again after changes in the second part. The last line shows that the file is complete.

            # ---- from crawler-user-agents %s ----
            """;

    private record Entry(String pattern, List<String> instances) {}

    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException(
                    "Name the file: java src/main/scripts/UpdateBots.java <crawler-user-agents.json>");
        }
        var source = Path.of(args[0]);
        var entries = entries(source);
        var version = (String) ((Map<?, ?>) Json.read(source.resolveSibling("package.json"))).get("version");
        var ownLines = Files.readString(MAIN.resolve("bots.txt")).split(OWN, 2)[1];
        var own = ownWords(ownLines);

        var lines = new LinkedHashSet<String>();
        for (var entry : entries) {
            if (PEOPLE.containsKey(entry.pattern())) {
                report("left out (" + PEOPLE.get(entry.pattern()) + ")", entry, own);
                continue;
            }
            var words = Words.of(entry);
            words.ifPresentOrElse(lines::addAll, () -> report("dropped", entry, own));
        }
        int all = lines.size();
        lines.removeIf(line -> foundByOwn(line.replaceAll("^[<^]?.|.[>$]?$", ""), own));
        Files.writeString(
                MAIN.resolve("bots.txt"),
                HEAD.formatted(version, version) + String.join("\n", lines) + "\n\n" + OWN + ownLines);
        Files.copy(
                source.resolveSibling("LICENSE"),
                MAIN.resolve("bots.LICENSE.txt"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(TEST.resolve("bots-examples.txt"), examples(version, entries, own));
        System.out.println(
                entries.size() + " patterns with " + all + " words, of which our own words do not cover " + lines.size());
    }

    private static List<Entry> entries(Path source) throws IOException {
        var entries = new ArrayList<Entry>();
        for (var element : (List<?>) Json.read(source)) {
            var map = (Map<?, ?>) element;
            var instances = new ArrayList<String>();
            if (map.get("instances") instanceof List<?> list) {
                list.forEach(instance -> instances.add((String) instance));
            }
            entries.add(new Entry((String) map.get("pattern"), instances));
        }
        return entries;
    }

    private static void report(String what, Entry entry, List<Pattern> own) {
        var missed = entry.instances().stream()
                .filter(agent -> !foundByOwn(agent, own))
                .toList();
        System.out.println(what + ": " + entry.pattern() + ": of "
                + entry.instances().size() + " examples, our own words miss " + missed.size() + " " + missed);
    }

    private static boolean foundByOwn(String agent, List<Pattern> own) {
        return own.stream().anyMatch(pattern -> pattern.matcher(agent).find());
    }

    /** Our own words for bots, as regular expressions. */
    private static List<Pattern> ownWords(String own) {
        return own.lines()
                .filter(line -> line.matches("[\\^<]?\"[^\"]+\"[$>]?"))
                .map(UpdateBots::ownWord)
                .toList();
    }

    private static Pattern ownWord(String line) {
        int open = line.indexOf('"');
        int close = line.lastIndexOf('"');
        var before = line.startsWith("^") ? "\\A" : line.startsWith("<") ? "(?<![A-Za-z0-9])" : "";
        var after = line.endsWith("$") ? "\\z" : line.endsWith(">") ? "(?![A-Za-z0-9])" : "";
        return Pattern.compile(
                before + Pattern.quote(line.substring(open + 1, close)) + after, Pattern.CASE_INSENSITIVE);
    }

    private static String examples(String version, List<Entry> entries, List<Pattern> own) {
        var text =
                new StringBuilder("# The patterns (p) of crawler-user-agents " + version + " with their examples (i);"
                        + " MIT licence, in bots.LICENSE.txt.\n# Generated by src/main/scripts/UpdateBots.java,"
                        + " which leaves out patterns that match people's browsers.\n");
        for (var entry : entries) {
            boolean people = PEOPLE.containsKey(entry.pattern());
            text.append(people ? "" : "p " + entry.pattern() + "\n");
            entry.instances().stream()
                    .filter(agent -> !people || foundByOwn(agent, own))
                    .forEach(agent -> text.append("i ").append(agent.strip()).append('\n'));
        }
        return text.append("# end\n").toString();
    }

    /** Expands a regular expression into all the words that it matches. */
    private static final class Words {
        private static final String START = "\u0001";
        private static final String END = "\u0002";
        private static final String BOUNDARY = "\u0003";

        private final String regex;
        private int at;

        private Words(String regex) {
            this.regex = regex;
        }

        /** The lines for bots.txt; empty if words cannot express the regular expression. */
        static Optional<List<String>> of(Entry entry) {
            try {
                var words = new Words(entry.pattern());
                var all = words.alternatives();
                words.require(words.at == entry.pattern().length());
                return Optional.of(all.stream()
                        .flatMap(marked -> words.lines(marked, entry.instances()).stream())
                        .toList());
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        private Set<String> alternatives() {
            var all = new LinkedHashSet<String>();
            do {
                all.addAll(sequence());
            } while (skip('|'));
            return all;
        }

        private Set<String> sequence() {
            Set<String> all = new LinkedHashSet<>(List.of(""));
            while (at < regex.length() && peek() != '|' && peek() != ')') {
                var atoms = atom();
                if (skip('?')) {
                    atoms = new LinkedHashSet<>(atoms);
                    atoms.add("");
                }
                require(at == regex.length() || "*+{?".indexOf(peek()) < 0);
                all = product(all, atoms);
            }
            return all;
        }

        private Set<String> atom() {
            char c = regex.charAt(at++);
            return switch (c) {
                case '(' -> group();
                case '[' -> members();
                case '^' -> Set.of(START);
                case '$' -> Set.of(END);
                case '\\' -> escape();
                case '.' -> throw new IllegalArgumentException("any character");
                default -> Set.of(String.valueOf(c));
            };
        }

        private Set<String> group() {
            if (skip('?')) {
                require(skip(':'));
            }
            var all = alternatives();
            require(skip(')'));
            return all;
        }

        private Set<String> members() {
            var all = new LinkedHashSet<String>();
            while (!skip(']')) {
                char c = regex.charAt(at++);
                require(Character.isLetterOrDigit(c) || c == ' ' || c == '/');
                all.add(String.valueOf(c));
            }
            return all;
        }

        private Set<String> escape() {
            char c = regex.charAt(at++);
            require(c == 'b' || !Character.isLetterOrDigit(c));
            return Set.of(c == 'b' ? BOUNDARY : String.valueOf(c));
        }

        private static Set<String> product(Set<String> heads, Set<String> tails) {
            var all = new LinkedHashSet<String>();
            heads.forEach(head -> tails.forEach(tail -> all.add(head + tail)));
            return all;
        }

        private List<String> lines(String marked, List<String> examples) {
            var before = marked.startsWith(START) ? "^" : marked.startsWith(BOUNDARY) ? "<" : "";
            var after = marked.endsWith(END) ? "$" : marked.endsWith(BOUNDARY) ? ">" : "";
            var word = marked.substring(before.length(), marked.length() - after.length());
            require(word.length() > 1 && !word.contains("\"") && word.chars().allMatch(c -> c >= ' ' && c < 0x7f));
            if (!before.isEmpty()) {
                return List.of(line(before, word, after));
            }
            var places = new LinkedHashSet<String>();
            for (var example : examples) {
                places.addAll(places(word.toLowerCase(Locale.ROOT), example.strip().toLowerCase(Locale.ROOT)));
            }
            if (places.isEmpty() || places.contains("<") || places.contains("")) {
                boolean ends = examples.stream().allMatch(example -> endsWord(word, example));
                return List.of(line(places.contains("") ? "" : border(word), word, ends && after.isEmpty() ? endBorder(word) : after));
            }
            return places.stream().map(place -> line(place, word, after)).toList();
        }

        /** The marks for the places where an example has the word; an example may have it anywhere. */
        private static Set<String> places(String word, String example) {
            if (!example.contains(word)) {
                return Set.of();
            }
            if (example.startsWith(word)) {
                return Set.of("^");
            }
            if (example.contains(COMPATIBLE + word)) {
                return Set.of(COMPATIBLE);
            }
            int at = example.indexOf(word);
            while (at > 0 && Character.isLetterOrDigit(example.charAt(at - 1))) {
                at = example.indexOf(word, at + 1);
            }
            return Set.of(at < 0 ? "" : border(word));
        }

        /** Whether the word, where it occurs in the example first, is the end of a word. */
        private static boolean endsWord(String word, String example) {
            int at = example.toLowerCase(Locale.ROOT).indexOf(word.toLowerCase(Locale.ROOT));
            int end = at + word.length();
            return at < 0 || end == example.length() || !Character.isLetterOrDigit(example.charAt(end));
        }

        private static String border(String word) {
            return Character.isLetterOrDigit(word.charAt(0)) ? "<" : "";
        }

        private static String endBorder(String word) {
            return Character.isLetterOrDigit(word.charAt(word.length() - 1)) ? ">" : "";
        }

        private static String line(String place, String word, String after) {
            boolean compatible = place.equals(COMPATIBLE);
            boolean isShort = word.length() < MIN_LENGTH_FOR_ANY_CASE;
            var quote = isShort && !word.contains("'") ? "'" : "\"";
            var spelled = quote.equals("\"") ? word.toLowerCase(Locale.ROOT) : word;
            return (compatible ? "" : place) + quote + (compatible ? COMPATIBLE : "") + spelled + quote
                    + (isShort && after.isEmpty() ? endBorder(word) : after);
        }

        private char peek() {
            return regex.charAt(at);
        }

        private boolean skip(char c) {
            boolean there = at < regex.length() && peek() == c;
            at += there ? 1 : 0;
            return there;
        }

        private void require(boolean holds) {
            if (!holds) {
                throw new IllegalArgumentException(regex);
            }
        }
    }

    /** A minimal JSON reader for the list: it reads objects, lists and strings. */
    private static final class Json {
        private final String text;
        private int at;

        private Json(String text) {
            this.text = text;
        }

        static Object read(Path file) throws IOException {
            return new Json(Files.readString(file)).value();
        }

        private Object value() {
            return switch (next()) {
                case '{' -> object();
                case '[' -> list();
                case '"' -> string();
                default -> throw new IllegalArgumentException("Not an object, list or string at " + at);
            };
        }

        private Map<String, Object> object() {
            var map = new LinkedHashMap<String, Object>();
            for (char c = next(); c != '}'; c = next()) {
                if (c == ',') {
                    next();
                }
                var name = string();
                next(); // the colon
                map.put(name, value());
            }
            return map;
        }

        private List<Object> list() {
            var list = new ArrayList<Object>();
            for (char c = next(); c != ']'; c = next()) {
                at -= c == ',' ? 0 : 1;
                list.add(value());
            }
            return list;
        }

        private String string() {
            var string = new StringBuilder();
            for (char c = text.charAt(at++); c != '"'; c = text.charAt(at++)) {
                string.append(c == '\\' ? escaped() : c);
            }
            return string.toString();
        }

        private char escaped() {
            char c = text.charAt(at++);
            if (c == 'u') {
                at += 4;
                return (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            int control = "bfnrt".indexOf(c);
            return control < 0 ? c : "\b\f\n\r\t".charAt(control);
        }

        private char next() {
            while (Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return text.charAt(at++);
        }
    }
}
