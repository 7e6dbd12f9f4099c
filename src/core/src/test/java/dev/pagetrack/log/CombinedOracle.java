package dev.pagetrack.log;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the lines of web servers in the usual layouts in a simple and slow way. */
final class CombinedOracle {

    private static final String V4 = "(?:[0-9]{1,3}\\.){3}[0-9]{1,3}";
    private static final String V6 = "(?=[^:\\]]*:[^:\\]]*:)[0-9A-Fa-f:.]+";
    private static final Pattern LISTED = Pattern.compile(
            "(?s)(?:.*,)?(?:" + V4 + "(?::[0-9]*)?|" + V6 + "|\\[(?:" + V4 + "|" + V6 + ")](?::[0-9]*)?|-|unknown),");
    private static final Pattern ADDRESS =
            Pattern.compile("\\[(" + V4 + "|" + V6 + ")](?::[0-9]*)?|(" + V4 + ")(?::[0-9]*)?|(" + V6 + ")");
    private static final Pattern QUOTED = Pattern.compile("(?s)\"((?:[^\"\\\\]|\\\\.)*)\"(?: .*)?");

    /** A bracket that is not that of an address. */
    private static final Pattern TIME = Pattern.compile(" \\[(?!(?:" + V4 + "|" + V6 + ")])");

    private record Token(String text, boolean quoted) {}

    private CombinedOracle() {}

    static String combined(String line) {
        return read(line, true);
    }

    static String common(String line) {
        return read(line, false);
    }

    private static String read(String line, boolean combined) {
        var bracket = TIME.matcher(line);
        int time = bracket.find() ? bracket.start() + 1 : 0;
        if (time == 0
                || line.length() <= time + 28
                || !line.substring(time + 27, time + 29).equals("] ")) {
            return FormatOracles.MALFORMED;
        }
        var second = FormatOracles.clf(line.substring(time + 1, time + 27));
        var fields = new EnumMap<Field, String>(Field.class);
        var rest = tokens(line.substring(time + 28));
        boolean read = second != null
                && lead(line.substring(0, time), fields)
                && rest.size() > 2
                && rest.get(0).quoted
                && FormatOracles.request(rest.get(0).text, fields)
                && !rest.get(1).quoted
                && rest.get(1).text.matches("[0-9]{3}")
                && !rest.get(2).quoted
                && rest.get(2).text.matches("[0-9]+|-")
                && tail(rest.subList(3, rest.size()), combined, fields);
        fields.put(Field.STATUS, rest.size() > 1 ? rest.get(1).text : "");
        return read && second != null ? OutcomeText.of(second, fields) : FormatOracles.MALFORMED;
    }

    private static boolean lead(String lead, Map<Field, String> fields) {
        var tokens = tokens(lead);
        if (tokens.size() < 3 || tokens.stream().anyMatch(token -> token.text.equals("\n"))) {
            return false;
        }
        var client = tokens.get(0).text;
        boolean list = client.contains(",") || client.startsWith("[");
        fields.put(Field.ADDRESS, list ? first(client).orElse("") : client);
        boolean user = tokens.stream().skip(2).noneMatch(token -> token.quoted || token.text.contains("\""));
        return user && (tokens.size() == 3 || tokens.get(1).text.equals("-"));
    }

    private static Optional<String> first(String addresses) {
        return Stream.of(addresses.split(",", -1))
                .map(part -> ADDRESS.matcher(part.replaceAll("^ +| +$", "")))
                .filter(address -> address.matches())
                .map(address -> Stream.of(1, 2, 3)
                        .map(address::group)
                        .filter(group -> group != null)
                        .findFirst()
                        .orElseThrow())
                .findFirst();
    }

    private static boolean tail(List<Token> tail, boolean combined, Map<Field, String> fields) {
        if (tail.isEmpty()) {
            return !combined;
        }
        if (tail.size() < 2 || !tail.get(0).quoted || !tail.get(1).quoted) {
            return false;
        }
        fields.put(Field.REFERRER, FormatOracles.unescaped(tail.get(0).text));
        fields.put(Field.USER_AGENT, FormatOracles.unescaped(tail.get(1).text));
        return true;
    }

    /** Cuts a text into tokens; the last is a line feed if a quote is not closed. */
    private static List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>();
        var rest = text.replaceAll("^ +", "");
        while (!rest.isEmpty()) {
            var quoted = QUOTED.matcher(rest);
            if (quoted.matches()) {
                tokens.add(new Token(quoted.group(1), true));
                rest = rest.substring(quoted.group(1).length() + 2);
            } else if (rest.startsWith("\"")) {
                tokens.add(new Token("\n", false));
                rest = "";
            } else {
                var word = word(rest);
                tokens.add(new Token(word, false));
                rest = rest.substring(word.length());
            }
            rest = rest.replaceAll("^ +", "");
        }
        return tokens;
    }

    /** The first word, with all words that follow in a list of addresses. */
    private static String word(String text) {
        int end = (text + " ").indexOf(' ');
        int part = 0;
        while (end < text.length() - 1
                && LISTED.matcher(text.substring(part, end)).matches()) {
            part = end + 1;
            end = (text + " ").indexOf(' ', part);
        }
        return text.substring(0, end);
    }
}
