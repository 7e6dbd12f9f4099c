package dev.pagetrack.html;

/**
 * Converts names of elements into numbers. The tokenizer meets a hundred tags for each one that matters, and numbers
 * are compared in one step and without a string. The number of a name consists of its bytes in lower case; all names
 * longer than eight bytes are {@link #LONG}.
 */
final class TagName {

    /** Stands for every name that is longer than eight bytes. */
    static final long LONG = -1;

    private TagName() {}

    /** The number of a name, given in lower case. */
    static long key(String name) {
        if (name.length() > Long.BYTES) {
            return LONG;
        }
        long key = 0;
        for (int i = 0; i < name.length(); i++) {
            key = (key << Byte.SIZE) | name.charAt(i);
        }
        return key;
    }
}
