package dev.pagetrack.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Known bots: tells from a user agent whether a program asked for the page, rather than a person's browser. Immutable.
 *
 * <p>The shipped list, {@code bots.txt}, is made from the project crawler-user-agents and words of our own; its head says
 * how it is written and brought up to date. An empty agent matches nothing; whether it counts is the policy's business.
 */
public final class BotList {

    private final List<BotPattern> patterns;
    /** By pattern: the exceptions that could hold it. Almost all are empty. */
    private final List<List<EnclosingException>> exceptionsOfWord;

    private final LiteralAutomaton automaton;

    /** An exception that contains the word of a pattern, and where in it. */
    private record EnclosingException(BotPattern exception, int offset) {
        boolean covers(int start, byte[] bytes, int from, int to) {
            return exception.matchesAt(start - offset, bytes, from, to);
        }
    }

    /** Read when first asked for: not every run looks at user agents. */
    private static final class Bundled {
        static final BotList LIST = of(BundledLines.of("bots.txt"));
    }

    private BotList(List<BotPattern> patterns, List<BotPattern> exceptions) {
        this.patterns = patterns;
        var words = new ArrayList<String>(patterns.size());
        for (var pattern : patterns) {
            words.add(pattern.word());
        }
        this.automaton = LiteralAutomaton.of(words);
        this.exceptionsOfWord = new ArrayList<>(Collections.nCopies(patterns.size(), List.of()));
        for (var exception : exceptions) {
            addException(exception);
        }
    }

    /**
     * The list that comes with pagetrack.
     *
     * @throws IllegalStateException when its file is damaged
     */
    public static BotList bundled() {
        return Bundled.LIST;
    }

    static BotList of(List<BundledLines.Line> lines) {
        var patterns = new ArrayList<BotPattern>(lines.size());
        var exceptions = new ArrayList<BotPattern>();
        for (var line : lines) {
            var pattern = BotPattern.parse(line);
            (pattern.exception() ? exceptions : patterns).add(pattern);
        }
        return new BotList(patterns, exceptions);
    }

    /** Whether the user agent {@code bytes[from, to)}, percent-decoded, is a known bot's. */
    public boolean matches(byte[] bytes, int from, int to) {
        int state = 0;
        for (int at = from; at < to; at++) {
            state = automaton.next(state, bytes[at]);
            int found = automaton.firstFound(state);
            if (found != LiteralAutomaton.NONE && anyMatches(found, at + 1, bytes, from, to)) {
                return true;
            }
        }
        return false;
    }

    private boolean anyMatches(int first, int end, byte[] bytes, int from, int to) {
        for (int found = first; found != LiteralAutomaton.NONE; found = automaton.nextFound(found)) {
            var pattern = patterns.get(found);
            int start = end - pattern.word().length();
            if (pattern.matchesAt(start, bytes, from, to) && !isWithinException(found, start, bytes, from, to)) {
                return true;
            }
        }
        return false;
    }

    private boolean isWithinException(int found, int start, byte[] bytes, int from, int to) {
        for (var exception : exceptionsOfWord.get(found)) {
            if (exception.covers(start, bytes, from, to)) {
                return true;
            }
        }
        return false;
    }

    /** Notes an exception at each pattern whose word occurs in it. */
    private void addException(BotPattern exception) {
        var text = exception.word();
        int state = 0;
        for (int at = 0; at < text.length(); at++) {
            state = automaton.next(state, (byte) text.charAt(at));
            int found = automaton.firstFound(state);
            for (; found != LiteralAutomaton.NONE; found = automaton.nextFound(found)) {
                var known = new ArrayList<>(exceptionsOfWord.get(found));
                known.add(new EnclosingException(
                        exception, at + 1 - patterns.get(found).word().length()));
                exceptionsOfWord.set(found, known);
            }
        }
    }

    int patterns() {
        return patterns.size();
    }

    int states() {
        return automaton.states();
    }
}
