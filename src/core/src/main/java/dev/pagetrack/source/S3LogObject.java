package dev.pagetrack.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.LogObjectId;
import dev.pagetrack.log.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A log object in S3. Its id is a hash of bucket, key and ETag. The ETag changes with the bytes, and a listing returns
 * it for a thousand objects at once. The id does not depend on the version id, which events name and listings do not.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_Object.html">Object: ETag</a>
 */
public final class S3LogObject implements LogObject {

    /**
     * The content of the object that is read.
     *
     * @param eTag distinguishes this content from any other content of the same key
     * @param size in bytes
     */
    record Content(String eTag, long size) {

        static Content of(S3Object listed) {
            return new Content(listed.eTag(), listed.size());
        }

        static Content of(HeadObjectResponse head) {
            return new Content(head.eTag(), head.contentLength());
        }
    }

    private final S3Client client;
    private final String bucket;
    private final String key;
    private final Optional<String> versionId;
    private @Nullable Content content;

    /**
     * @param client the client that reads the object
     * @param bucket its bucket
     * @param key its key, not encoded
     * @param versionId the version to read; empty for the current one
     * @param content null if it is not known yet; then it is requested when it is needed
     */
    S3LogObject(S3Client client, String bucket, String key, Optional<String> versionId, @Nullable Content content) {
        this.client = client;
        this.bucket = bucket;
        this.key = key;
        this.versionId = versionId;
        this.content = content;
    }

    @Override
    public String name() {
        return "s3://" + bucket + "/" + key;
    }

    @Override
    public LogObjectId id() throws IOException {
        var digest = Sha256.create();
        for (var part : new String[] {bucket, key, content().eTag()}) {
            digest.update(part.getBytes(UTF_8));
            digest.update((byte) 0);
        }
        return new LogObjectId(bucket, Sha256.hex(digest));
    }

    @Override
    public OptionalLong size() {
        return content == null ? OptionalLong.empty() : OptionalLong.of(content.size());
    }

    @Override
    public InputStream open() throws IOException {
        var opened = content();
        return new ResumingS3Stream(
                opened,
                from -> client.getObject(get -> get.bucket(bucket)
                        .key(key)
                        .versionId(versionId.orElse(null))
                        .ifMatch(opened.eTag())
                        .range(from == 0 ? null : "bytes=" + from + "-")));
    }

    private Content content() throws IOException {
        if (content == null) {
            try {
                content = Content.of(
                        client.headObject(head -> head.bucket(bucket).key(key).versionId(versionId.orElse(null))));
            } catch (SdkException e) {
                throw S3ErrorMessages.explain(e);
            }
        }
        return content;
    }
}
