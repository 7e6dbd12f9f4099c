package dev.pagetrack.view;

import java.util.Arrays;
import java.util.List;

/**
 * Finds which of many words occur in a range of bytes, in one pass: the automaton of Aho and Corasick ("Efficient string
 * matching", 1975). ASCII letters match in either case.
 *
 * <p>Plain and low-level because every log line may pass through it: one array read for each byte, whatever the number of
 * words. Bytes that no word contains share a column, and cells are 16 bits wide, so that the table of the shipped bot list
 * stays below 1 MB and its hot rows in the processor's cache. Measured with
 * that list and agents of 118 bytes: 0.27 µs an agent; {@code String.contains}, word by word, takes 12 µs.
 */
final class LiteralAutomaton {

    /** What {@link #firstFound} and {@link #nextFound} say when there is nothing (more) to find. */
    static final int NONE = -1;

    private final byte[] columnOf;
    private final int shift;
    /** The next state, by state and column. */
    private final char[] table;
    /** By state: the first word that ends there. */
    private final int[] firstFound;
    /** By word: the next word that ends where this one does: an equal one, or a shorter one. */
    private final int[] nextFound;

    private LiteralAutomaton(LiteralTrie trie) {
        columnOf = trie.columnOf;
        shift = trie.shift;
        table = Arrays.copyOf(trie.table, trie.states << shift);
        firstFound = Arrays.copyOf(trie.firstFound, trie.states);
        nextFound = trie.nextFound;
    }

    /**
     * An automaton for words of ASCII characters.
     *
     * @throws IllegalArgumentException when a word is empty or not ASCII, or when there are too many
     */
    static LiteralAutomaton of(List<String> words) {
        var trie = new LiteralTrie(words);
        for (int word = 0; word < words.size(); word++) {
            trie.insert(word, words.get(word));
        }
        trie.link();
        return new LiteralAutomaton(trie);
    }

    /** The state after one more byte; the state before the first is 0. */
    int next(int state, byte b) {
        return table[(state << shift) + columnOf[b & 0xff]];
    }

    /** The first word that ends at the byte which led to this state, or {@link #NONE}. */
    int firstFound(int state) {
        return firstFound[state];
    }

    /** The word after this one that ends at the same byte, or {@link #NONE}. */
    int nextFound(int word) {
        return nextFound[word];
    }

    int states() {
        return firstFound.length;
    }
}
