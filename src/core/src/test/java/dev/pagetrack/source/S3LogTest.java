package dev.pagetrack.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.log.LogObjectId;
import dev.pagetrack.log.UnreadableLogException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

class S3LogTest {

    private static final String LOG = "#Fields: date time cs-uri-stem\n2026-05-03\t00:00:00\t/\n";

    @Test
    void isIdentifiedByItsVersionOrByItsETagWhereVersionsNameNoFixedBytes() throws IOException {
        assertThat(id("a", "etag-1", "v1")).isEqualTo(id("a", "etag-2", "v1"));
        assertThat(id("a", "etag-1", "v1")).isNotEqualTo(id("a", "etag-1", "v2"));
        assertThat(id("a", "etag-1", "v1")).isNotEqualTo(id("b", "etag-1", "v1"));
        assertThat(id("a", "etag-1", "null")).isNotEqualTo(id("a", "etag-2", "null"));
        assertThat(id("a", "etag-1", null)).isNotEqualTo(id("a", "etag-2", null));
        assertThat(id("a", "etag-1", null).source()).isEqualTo("bucket");
    }

    @Test
    void tellsNoIdOfADamagedObject() throws IOException {
        var whole = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(whole)) {
            gzip.write(LOG.repeat(100).getBytes(UTF_8));
        }
        var cut = Arrays.copyOf(whole.toByteArray(), whole.size() - 1);
        assertThatThrownBy(() -> log("a", "etag", null, cut).id())
                .isInstanceOf(UnreadableLogException.class)
                .hasMessageStartingWith("s3://bucket/a is damaged: it ends too early");
    }

    private static LogObjectId id(String key, String eTag, String version) throws IOException {
        return log(key, eTag, version, LOG.getBytes(UTF_8)).id();
    }

    private static S3Log log(String key, String eTag, String version, byte[] content) {
        return new S3Log(new OneObject(eTag, version, content), "bucket", key, Optional.empty());
    }

    /** An S3 that has one object, whatever it is asked for. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record OneObject(String eTag, String version, byte[] content) implements S3Client {

        @Override
        public <T> T getObject(GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
            var response = GetObjectResponse.builder()
                    .eTag(eTag)
                    .versionId(version)
                    .contentLength((long) content.length)
                    .build();
            try {
                return transformer.transform(response, AbortableInputStream.create(new ByteArrayInputStream(content)));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String serviceName() {
            return "s3";
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
