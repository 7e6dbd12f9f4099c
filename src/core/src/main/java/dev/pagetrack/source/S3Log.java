package dev.pagetrack.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.LogObjectId;
import dev.pagetrack.log.LogReader;
import dev.pagetrack.log.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * An object in S3. It is identified by bucket, key and version, or by its ETag in a bucket without versions: the bytes
 * under those never change.
 */
public final class S3Log implements LogObject {

    private final S3Client client;
    private final String bucket;
    private final String key;
    private final Optional<String> versionId;
    private ResponseBytes<GetObjectResponse> object;

    /**
     * @param client asks for the object
     * @param bucket its bucket
     * @param key its key, not encoded
     * @param versionId its version, if it is known; otherwise the current one is read
     */
    S3Log(S3Client client, String bucket, String key, Optional<String> versionId) {
        this.client = client;
        this.bucket = bucket;
        this.key = key;
        this.versionId = versionId;
    }

    @Override
    public String name() {
        return "s3://" + bucket + "/" + key;
    }

    /** Reads it to its end, too: of one that is damaged nothing may be counted, not even what stands before the damage. */
    @Override
    public LogObjectId id() throws IOException {
        LogReader.check(this, OutputStream.nullOutputStream());
        var response = object().response();
        var version = response.versionId();
        // The version "null" is the one that is overwritten while versioning is suspended: it names no fixed bytes.
        var content = version == null || version.equals("null") ? response.eTag() : version;
        var digest = Sha256.create();
        for (var part : new String[] {bucket, key, content}) {
            digest.update(part.getBytes(UTF_8));
            digest.update((byte) 0);
        }
        return new LogObjectId(bucket, Sha256.hex(digest));
    }

    @Override
    public InputStream open() throws IOException {
        return new ByteArrayInputStream(object().asByteArrayUnsafe());
    }

    /** Read whole, so that a connection that breaks cannot pass for the end of the log. */
    private ResponseBytes<GetObjectResponse> object() throws IOException {
        if (object == null) {
            try {
                object = client.getObjectAsBytes(
                        request -> request.bucket(bucket).key(key).versionId(versionId.orElse(null)));
            } catch (SdkException e) {
                throw new IOException(e.getMessage(), e);
            }
            var length = object.response().contentLength();
            if (length != null && length != object.asByteArrayUnsafe().length) {
                throw new IOException(
                        name() + ": got " + object.asByteArrayUnsafe().length + " of " + length + " bytes");
            }
        }
        return object;
    }
}
