package dev.pagetrack.log;

import static java.util.Objects.requireNonNull;

/**
 * Identifies a log object, so that pagetrack can tell whether it was already ingested.
 *
 * @param source where the object comes from: {@code files}, or the name of a bucket
 * @param hash SHA-256 in hexadecimal, of the content or of data that permanently identifies the content
 */
public record LogObjectId(String source, String hash) {

    public LogObjectId {
        requireNonNull(source, "source");
        requireNonNull(hash, "hash");
    }
}
