package dev.pagetrack.view;

import java.util.Arrays;
import java.util.List;

/**
 * Builds a {@link LiteralAutomaton}: first a trie of the words, then the links between its states. It runs only once,
 * while the JVM still interprets its bytecode, so it copies whole rows of the table instead of single cells.
 */
final class LiteralTrie {
    private static final int MAX_STATES = Character.MAX_VALUE;

    final byte[] columnOf = new byte[256];
    final int shift;
    /** The next states. In the trie, 0 means "no child". After linking, 0 is the state in which no word has begun. */
    final char[] table;

    final int[] firstFound;
    final int[] nextFound;
    private final char[] firstChild;
    private final char[] nextSibling;
    private final byte[] columnOfChild;
    int states = 1;

    LiteralTrie(List<String> words) {
        int bound = 1;
        for (var word : words) {
            bound += word.length();
        }
        shift = assignColumns(words);
        table = new char[bound << shift];
        firstFound = new int[bound];
        nextFound = new int[words.size()];
        firstChild = new char[bound];
        nextSibling = new char[bound];
        columnOfChild = new byte[bound];
        Arrays.fill(firstFound, LiteralAutomaton.NONE);
        Arrays.fill(nextFound, LiteralAutomaton.NONE);
    }

    /** Assigns columns to the bytes of words; all other bytes use column 0. Returns the number of bits for a column. */
    private int assignColumns(List<String> words) {
        int columns = 1;
        for (var word : words) {
            for (int i = 0; i < word.length(); i++) {
                int c = Ascii.lowerCase(word.charAt(i));
                if (c > 0x7f) {
                    throw new IllegalArgumentException("'" + word + "' is not ASCII");
                }
                if (columnOf[c] == 0) {
                    columnOf[c] = (byte) columns++;
                    columnOf[Ascii.upperCase(c)] = columnOf[c];
                }
            }
        }
        return Integer.SIZE - Integer.numberOfLeadingZeros(columns - 1);
    }

    void insert(int word, String text) {
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            int column = columnOf[text.charAt(i)];
            int child = table[(state << shift) + column];
            state = child == 0 ? addChild(state, column) : child;
        }
        if (state == 0) {
            throw new IllegalArgumentException("a word must not be empty");
        }
        nextFound[word] = firstFound[state];
        firstFound[state] = word;
    }

    private int addChild(int state, int column) {
        if (states > MAX_STATES) {
            throw new IllegalArgumentException("too many words for states of 16 bits");
        }
        int child = states++;
        table[(state << shift) + column] = (char) child;
        columnOfChild[child] = (byte) column;
        nextSibling[child] = firstChild[state];
        firstChild[state] = (char) child;
        return child;
    }

    /**
     * Links the states breadth first. The row of a state is a copy of the row of its fallback state, except for its own
     * children. The fallback state is less deep, so its row is already complete.
     */
    void link() {
        var fallback = new char[states];
        var queue = new char[states];
        int queued = 1;
        for (int done = 0; done < queued; done++) {
            int state = queue[done];
            if (state != 0) {
                System.arraycopy(table, fallback[state] << shift, table, state << shift, 1 << shift);
            }
            for (int child = firstChild[state]; child != 0; child = nextSibling[child]) {
                int cell = (state << shift) + columnOfChild[child];
                fallback[child] = state == 0 ? 0 : table[cell];
                table[cell] = (char) child;
                appendFound(child, firstFound[fallback[child]]);
                queue[queued++] = (char) child;
            }
        }
    }

    private void appendFound(int state, int shorter) {
        if (firstFound[state] == LiteralAutomaton.NONE) {
            firstFound[state] = shorter;
            return;
        }
        int last = firstFound[state];
        while (nextFound[last] != LiteralAutomaton.NONE) {
            last = nextFound[last];
        }
        nextFound[last] = shorter;
    }
}
