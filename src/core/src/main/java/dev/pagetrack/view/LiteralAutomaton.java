package dev.pagetrack.view;

import java.util.Arrays;
import java.util.List;

/**
 * Finds which of many words occur in a range of bytes, in one pass, with the Aho-Corasick algorithm ("Efficient string
 * matching", 1975). Upper and lower case of ASCII letters are the same.
 *
 * <p>Plain and low-level because every log line may pass through it: it needs one array access per byte, for any number
 * of words. Bytes that no word contains share a column, and cells are 16 bits wide. So the table of the bot list in the
 * jar stays below 1 MB, and its hot rows stay in the cache of the processor. Measured with that list and user agents of
 * 118 bytes: 0.27 µs per agent; {@code String.contains} for each word takes 12 µs.
 */
final class LiteralAutomaton {

    /** What {@link #firstFound} and {@link #nextFound} return if there is no (further) word. */
    static final int NONE = -1;

    private final byte[] columnOf;
    private final int shift;
    /** The next state for each state and column. */
    private final char[] table;
    /** For each state, the first word that ends there. */
    private final int[] firstFound;
    /** For each word, the next word that ends at the same position: an equal or a shorter one. */
    private final int[] nextFound;

    private LiteralAutomaton(LiteralTrie trie) {
        columnOf = trie.columnOf;
        shift = trie.shift;
        table = Arrays.copyOf(trie.table, trie.states << shift);
        firstFound = Arrays.copyOf(trie.firstFound, trie.states);
        nextFound = trie.nextFound;
    }

    /**
     * Creates an automaton for ASCII words.
     *
     * @throws IllegalArgumentException if a word is empty or not ASCII, or if there are too many words
     */
    static LiteralAutomaton of(List<String> words) {
        var trie = new LiteralTrie(words);
        for (int word = 0; word < words.size(); word++) {
            trie.insert(word, words.get(word));
        }
        trie.link();
        return new LiteralAutomaton(trie);
    }

    /** The state after one more byte. The state before the first byte is 0. */
    int next(int state, byte b) {
        return table[(state << shift) + columnOf[b & 0xff]];
    }

    /** The first word that ends at the byte which led to this state, or {@link #NONE}. */
    int firstFound(int state) {
        return firstFound[state];
    }

    /** The next word after this one that ends at the same byte, or {@link #NONE}. */
    int nextFound(int word) {
        return nextFound[word];
    }

    int states() {
        return firstFound.length;
    }
}
