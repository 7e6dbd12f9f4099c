package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * A text of at most eight ASCII characters that fields are compared with as one number. Every line is compared with
 * several; without loops there is less to do, and much less for the JVM to compile.
 */
public final class ShortText {

    final long word;
    final int length;

    private ShortText(long word, int length) {
        this.word = word;
        this.length = length;
    }

    /**
     * A text to compare with.
     *
     * @throws IllegalArgumentException if it is longer
     */
    public static ShortText of(String text) {
        byte[] bytes = text.getBytes(US_ASCII);
        if (bytes.length > Long.BYTES) {
            throw new IllegalArgumentException(text);
        }
        return new ShortText(Bytes.word(bytes, 0, bytes.length), bytes.length);
    }
}
