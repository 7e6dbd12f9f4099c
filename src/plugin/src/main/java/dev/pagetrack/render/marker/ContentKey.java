package dev.pagetrack.render.marker;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Identifies the content of a marker without keeping all of it: short content, such as a number, as it is, longer
 * content by its SHA-256. So a page whose markers are already up to date is read once and not twice.
 */
final class ContentKey {

    private static final int MAX_VERBATIM = 31;

    private final int length;
    private final byte[] key;

    private ContentKey(int length, byte[] key) {
        this.length = length;
        this.key = key;
    }

    static ContentKey of(byte[] bytes, int from, int to) {
        return new ContentKey(to - from, key(Arrays.copyOfRange(bytes, from, to)));
    }

    /** Whether this is the key of the given content. */
    boolean isOf(byte[] content) {
        return content.length == length && Arrays.equals(key, key(content));
    }

    private static byte[] key(byte[] content) {
        if (content.length <= MAX_VERBATIM) {
            return content;
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
