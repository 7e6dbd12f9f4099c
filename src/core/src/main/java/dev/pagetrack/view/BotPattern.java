package dev.pagetrack.view;

/**
 * A line of {@code bots.txt}: a word, and where in a user agent it must stand to tell a bot.
 *
 * @param word the text, ASCII
 * @param anyCase whether upper and lower case are the same
 * @param before what must be before the word
 * @param after what must be behind it
 * @param exception whether this is not the mark of a bot, but of people: what is found within it does not count
 */
record BotPattern(String word, boolean anyCase, Edge before, Edge after, boolean exception) {

    /** What must be on one side of a word. */
    enum Edge {
        /** Anything. */
        ANYTHING,
        /** Neither letter nor digit. */
        WORD,
        /** Nothing: the agent begins or ends here. */
        AGENT
    }

    /** By hand, as a regular expression takes longer for the list than all the rest of making it. */
    static BotPattern parse(BundledLines.Line line) {
        var text = line.text();
        boolean exception = text.startsWith("-");
        int open = exception ? 1 : 0;
        var before = edge(text, open, '^', '<');
        open += before == Edge.ANYTHING ? 0 : 1;
        var after = edge(text, text.length() - 1, '$', '>');
        int close = text.length() - (after == Edge.ANYTHING ? 1 : 2);
        if (close - open < 2 || !isQuote(text.charAt(open)) || text.indexOf(text.charAt(open), open + 1) != close) {
            throw line.malformed("not a quoted word with its marks");
        }
        var word = text.substring(open + 1, close);
        if (!isPlain(word)) {
            throw line.malformed("not plain ASCII");
        }
        return new BotPattern(word, text.charAt(open) == '"', before, after, exception);
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

    /** Whether the word stands at this place of the agent {@code bytes[from, to)}, with all that must be around it. */
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
