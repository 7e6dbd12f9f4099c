package dev.pagetrack.render;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Remembers what a marker holds without holding it, so that a page whose markers are right already is read once and not
 * twice: a few bytes as they are, as a counter has, or the SHA-256 of more.
 */
final class ContentKey {

    /** Shorter than a digest, so that no content looks like the digest of another. */
    private static final int VERBATIM = 31;

    private final byte[] key;

    private ContentKey(byte[] key) {
        this.key = key;
    }

    static ContentKey of(byte[] bytes, int from, int to) {
        var content = Arrays.copyOfRange(bytes, from, to);
        return new ContentKey(content.length <= VERBATIM ? content : digest(content));
    }

    static ContentKey of(byte[] content) {
        return of(content, 0, content.length);
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContentKey that && Arrays.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }
}
