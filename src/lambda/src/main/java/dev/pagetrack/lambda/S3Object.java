package dev.pagetrack.lambda;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * An object that an event names.
 *
 * @param bucket the bucket
 * @param key the key, decoded
 * @param versionId the version, if the bucket has versioning
 */
record S3Object(String bucket, String key, Optional<String> versionId) {

    S3Object {
        requireNonNull(bucket, "bucket");
        requireNonNull(key, "key");
        requireNonNull(versionId, "versionId");
    }
}
