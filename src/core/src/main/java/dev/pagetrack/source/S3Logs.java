package dev.pagetrack.source;

import java.util.Optional;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Log objects in S3. */
public final class S3Logs implements AutoCloseable {

    private final S3Client client;

    private S3Logs(S3Client client) {
        this.client = client;
    }

    /** Log objects through a client that somebody else made; closing these closes it. */
    public static S3Logs of(S3Client client) {
        return new S3Logs(client);
    }

    /** Opens S3 with region and credentials as the SDK finds them. */
    public static S3Logs open() {
        return new S3Logs(S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build());
    }

    /**
     * A log object.
     *
     * @param bucket its bucket
     * @param key its key, not encoded
     * @param versionId its version, if it is known; otherwise the current one is read
     */
    public S3Log log(String bucket, String key, Optional<String> versionId) {
        return new S3Log(client, bucket, key, versionId);
    }

    @Override
    public void close() {
        client.close();
    }
}
