package dev.pagetrack.lambda;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * An object that an event tells of.
 *
 * @param bucket its bucket
 * @param key its key, decoded
 * @param versionId its version, in a bucket that keeps them
 */
record S3Object(String bucket, String key, Optional<String> versionId) {

    S3Object {
        requireNonNull(bucket, "bucket");
        requireNonNull(key, "key");
        requireNonNull(versionId, "versionId");
    }
}
