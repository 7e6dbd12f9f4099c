package dev.pagetrack.render.marker;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Remembers what a marker holds without holding it, so that a page whose markers are right already is read once and not
 * twice: a few bytes as they are, as a counter has, or the SHA-256 of more.
 */
final class ContentKey {

    private static final int VERBATIM = 31;

    private final int length;
    private final byte[] key;

    private ContentKey(int length, byte[] key) {
        this.length = length;
        this.key = key;
    }

    static ContentKey of(byte[] bytes, int from, int to) {
        return new ContentKey(to - from, key(Arrays.copyOfRange(bytes, from, to)));
    }

    /** Whether it is the key of this content. */
    boolean isOf(byte[] content) {
        return content.length == length && Arrays.equals(key, key(content));
    }

    private static byte[] key(byte[] content) {
        if (content.length <= VERBATIM) {
            return content;
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
