package dev.pagetrack.view;

/**
 * A line of {@code bots.txt}: a word, the conditions under which its occurrence in a user agent counts, and what it
 * then means.
 *
 * @param word the text, in ASCII
 * @param anyCase whether upper and lower case are the same
 * @param before what must precede the word
 * @param after what must follow the word
 * @param kind what the word means
 */
record BotPattern(String word, boolean anyCase, Edge before, Edge after, Kind kind) {

    /** What the occurrence of a word means. */
    enum Kind {
        /** A known bot requested the page. */
        BOT,
        /** A browser or its engine requested the page, unless another word means a bot. */
        BROWSER,
        /** Nothing, and the words of bots within this one mean nothing either: people's browsers have it. */
        EXCEPTION
    }

    /** The condition for one side of a word. */
    enum Edge {
        /** Anything. */
        ANYTHING,
        /** No letter or digit. */
        WORD,
        /** The beginning or the end of the user agent. */
        AGENT
    }

    /** Parses a line without a regular expression, which would take longer than all other work on the list. */
    static BotPattern parse(BundledLines.Line line) {
        var text = line.text();
        var kind = kind(text);
        int open = kind == Kind.BOT ? 0 : 1;
        var before = edge(text, open, '^', '<');
        open += before == Edge.ANYTHING ? 0 : 1;
        var after = edge(text, text.length() - 1, '$', '>');
        int close = text.length() - (after == Edge.ANYTHING ? 1 : 2);
        if (close - open < 2 || !isQuote(text.charAt(open)) || text.indexOf(text.charAt(open), open + 1) != close) {
            throw line.malformed("not a quoted word with optional marks");
        }
        var word = text.substring(open + 1, close);
        if (!isPlain(word)) {
            throw line.malformed("not plain ASCII");
        }
        return new BotPattern(word, text.charAt(open) == '"', before, after, kind);
    }

    private static Kind kind(String text) {
        return text.startsWith("-") ? Kind.EXCEPTION : text.startsWith("+") ? Kind.BROWSER : Kind.BOT;
    }

    private static Edge edge(String text, int at, char agent, char word) {
        char mark = at < text.length() ? text.charAt(at) : 0;
        return mark == agent ? Edge.AGENT : mark == word ? Edge.WORD : Edge.ANYTHING;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < ' ' || word.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether the word occurs at {@code start} in the user agent {@code bytes[from, to)}, and its conditions are met.
     */
    boolean matchesAt(int start, byte[] bytes, int from, int to) {
        int end = start + word.length();
        return start >= from
                && end <= to
                && (before == Edge.ANYTHING || holds(before, start == from, start, -1, bytes))
                && (after == Edge.ANYTHING || holds(after, end == to, end, 0, bytes))
                && textMatchesAt(start, bytes);
    }

    private static boolean holds(Edge edge, boolean atEdge, int place, int offset, byte[] bytes) {
        return atEdge || (edge == Edge.WORD && !Ascii.isLetterOrDigit(bytes[place + offset]));
    }

    private boolean textMatchesAt(int start, byte[] bytes) {
        for (int i = 0; i < word.length(); i++) {
            int expected = word.charAt(i);
            int actual = bytes[start + i];
            if (expected != actual && (!anyCase || Ascii.lowerCase(expected) != Ascii.lowerCase(actual))) {
                return false;
            }
        }
        return true;
    }
}
