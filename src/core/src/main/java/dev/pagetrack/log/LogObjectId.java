package dev.pagetrack.log;

import static java.util.Objects.requireNonNull;

/**
 * What tells a log object that was ingested from one that was not.
 *
 * @param source where it comes from: {@code files}, or a bucket
 * @param hash SHA-256 in hexadecimal, of its content or of what names that content for ever
 */
public record LogObjectId(String source, String hash) {

    public LogObjectId {
        requireNonNull(source, "source");
        requireNonNull(hash, "hash");
    }
}
