package dev.pagetrack.view;

import dev.pagetrack.log.Rejection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The oracle for {@link BotList}: it searches for the word of each line and then matches a regular expression. */
final class BotListOracle {

    private record Rule(String word, Pattern pattern) {
        boolean isIn(String agent, String lower) {
            return lower.contains(word) && pattern.matcher(agent).find();
        }
    }

    private final List<Rule> rules;
    private final List<Rule> exceptions;
    private final List<Rule> browsers;

    BotListOracle(List<BundledLines.Line> lines) {
        var texts = lines.stream().map(BundledLines.Line::text).toList();
        rules = texts.stream()
                .filter(text -> !text.startsWith("-") && !text.startsWith("+"))
                .map(BotListOracle::rule)
                .toList();
        exceptions = rulesMarked("-", texts);
        browsers = rulesMarked("+", texts);
    }

    private static List<Rule> rulesMarked(String mark, List<String> texts) {
        return texts.stream()
                .filter(text -> text.startsWith(mark))
                .map(text -> rule(text.substring(1)))
                .toList();
    }

    @Nullable
    Rejection rejection(byte[] bytes) {
        var agent = SampleAgents.text(bytes);
        var lower = lower(agent);
        if (rules.stream().anyMatch(rule -> rule.isIn(agent, lower) && !onlyWithinExceptions(rule, agent))) {
            return Rejection.BOT;
        }
        return browsers.stream().anyMatch(rule -> rule.isIn(agent, lower)) ? null : Rejection.PROGRAM;
    }

    private boolean onlyWithinExceptions(Rule rule, String agent) {
        var found = rule.pattern().matcher(agent);
        for (int from = 0; from <= agent.length() && found.find(from); from = found.start() + 1) {
            int start = found.start();
            int end = found.end();
            if (exceptions.stream().noneMatch(exception -> covers(exception, start, end, agent))) {
                return false;
            }
        }
        return true;
    }

    private static boolean covers(Rule exception, int start, int end, String agent) {
        var found = exception.pattern().matcher(agent);
        for (int from = 0; from <= agent.length() && found.find(from); from = found.start() + 1) {
            if (found.start() <= start && end <= found.end()) {
                return true;
            }
        }
        return false;
    }

    private static Rule rule(String line) {
        var anyCase = line.contains("\"");
        int open = line.indexOf(anyCase ? '"' : '\'');
        int close = line.lastIndexOf(anyCase ? '"' : '\'');
        var word = line.substring(open + 1, close);
        var regex = edge(line.substring(0, open)) + Pattern.quote(word) + edge(line.substring(close + 1));
        return new Rule(lower(word), Pattern.compile(regex, anyCase ? Pattern.CASE_INSENSITIVE : 0));
    }

    private static String edge(String mark) {
        return switch (mark) {
            case "" -> "";
            case "^" -> "\\A";
            case "$" -> "\\z";
            case "<" -> "(?<![A-Za-z0-9])";
            case ">" -> "(?![A-Za-z0-9])";
            default -> throw new IllegalArgumentException(mark);
        };
    }

    /** Changes ASCII letters only, as the list does. */
    private static String lower(String text) {
        var lower = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            lower.setCharAt(i, (char) Ascii.lowerCase(text.charAt(i)));
        }
        return lower.toString();
    }
}
