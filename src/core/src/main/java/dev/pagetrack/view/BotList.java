package dev.pagetrack.view;

import dev.pagetrack.log.Rejection;
import dev.pagetrack.view.BotPattern.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of known bots and of browsers. It tells by the user agent whether a program requested the page, and not the
 * browser of a person. Immutable.
 *
 * <p>An agent with the word of a bot is a bot, whatever else it contains. An agent without the word of a browser or of
 * its engine is a program that the list does not name: browsers name at least their engine, so that web sites send them
 * the right page.
 *
 * <p>The list in the jar, {@code bots.txt}, consists of words from the project crawler-user-agents and of our own
 * words. The comment at its beginning describes its syntax and how to update it. {@link UserAgents} handles an empty
 * user agent.
 */
public final class BotList {

    private final List<BotPattern> patterns;
    /** For each pattern, the exceptions that contain its word. Almost all lists are empty. */
    private final List<List<EnclosingException>> exceptionsOfPattern;

    private final LiteralAutomaton automaton;

    /** An exception that contains the word of a pattern, and the offset of the word in it. */
    private record EnclosingException(BotPattern exception, int offset) {
        boolean covers(int start, byte[] bytes, int from, int to) {
            return exception.matchesAt(start - offset, bytes, from, to);
        }
    }

    /** Read on first use, because not every run needs user agents. */
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
        this.exceptionsOfPattern = new ArrayList<>(Collections.nCopies(patterns.size(), List.of()));
        for (var exception : exceptions) {
            addException(exception);
        }
    }

    /**
     * The list in the jar of pagetrack.
     *
     * @throws IllegalStateException if its file is damaged
     */
    public static BotList bundled() {
        return Bundled.LIST;
    }

    static BotList of(List<BundledLines.Line> lines) {
        var patterns = new ArrayList<BotPattern>(lines.size());
        var exceptions = new ArrayList<BotPattern>();
        for (var line : lines) {
            var pattern = BotPattern.parse(line);
            (pattern.kind() == Kind.EXCEPTION ? exceptions : patterns).add(pattern);
        }
        return new BotList(patterns, exceptions);
    }

    /**
     * Why the client with the user agent {@code bytes[from, to)}, which must be percent-decoded, is not a reader:
     * {@link Rejection#BOT}, {@link Rejection#PROGRAM}, or null if it is one.
     */
    public @Nullable Rejection rejection(byte[] bytes, int from, int to) {
        int state = 0;
        boolean isBrowser = false;
        for (int at = from; at < to; at++) {
            state = automaton.next(state, bytes[at]);
            int found = automaton.firstFound(state);
            if (found != LiteralAutomaton.NONE) {
                if (anyMatches(Kind.BOT, found, at + 1, bytes, from, to)) {
                    return Rejection.BOT;
                }
                isBrowser = isBrowser || anyMatches(Kind.BROWSER, found, at + 1, bytes, from, to);
            }
        }
        return isBrowser ? null : Rejection.PROGRAM;
    }

    private boolean anyMatches(Kind kind, int first, int end, byte[] bytes, int from, int to) {
        for (int found = first; found != LiteralAutomaton.NONE; found = automaton.nextFound(found)) {
            var pattern = patterns.get(found);
            int start = end - pattern.word().length();
            if (pattern.kind() == kind
                    && pattern.matchesAt(start, bytes, from, to)
                    && !isWithinException(found, start, bytes, from, to)) {
                return true;
            }
        }
        return false;
    }

    private boolean isWithinException(int found, int start, byte[] bytes, int from, int to) {
        for (var exception : exceptionsOfPattern.get(found)) {
            if (exception.covers(start, bytes, from, to)) {
                return true;
            }
        }
        return false;
    }

    /** Adds an exception to each pattern of a bot whose word it contains. */
    private void addException(BotPattern exception) {
        var text = exception.word();
        int state = 0;
        for (int at = 0; at < text.length(); at++) {
            state = automaton.next(state, (byte) text.charAt(at));
            int found = automaton.firstFound(state);
            for (; found != LiteralAutomaton.NONE; found = automaton.nextFound(found)) {
                var pattern = patterns.get(found);
                if (pattern.kind() == Kind.BOT) {
                    var known = new ArrayList<>(exceptionsOfPattern.get(found));
                    known.add(new EnclosingException(
                            exception, at + 1 - pattern.word().length()));
                    exceptionsOfPattern.set(found, known);
                }
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
