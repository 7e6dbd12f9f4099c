package dev.pagetrack.html;

/**
 * Names of elements as numbers: the tokenizer meets a hundred tags for each that matters, and a number is compared at once
 * and without a string. A name of up to eight bytes is those bytes in lower case; longer ones are all {@link #LONG}.
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
