package dev.pagetrack.source;

import dev.pagetrack.aws.AwsClients;
import dev.pagetrack.aws.ConnectionSettings;
import dev.pagetrack.log.LogObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Lists and opens log objects in S3. */
public final class S3LogClient implements AutoCloseable {

    private final S3Client client;

    private S3LogClient(S3Client client) {
        this.client = client;
    }

    /** Uses a given client, and closes it when this object is closed. */
    public static S3LogClient of(S3Client client) {
        return new S3LogClient(client);
    }

    /** Opens S3 with the region and credentials that the SDK finds by default. */
    public static S3LogClient open() {
        return open(ConnectionSettings.DEFAULT);
    }

    /**
     * Opens S3. Nothing is sent yet.
     *
     * @throws UncheckedIOException if no client can be created from the settings, for example because no region is set
     */
    public static S3LogClient open(ConnectionSettings settings) {
        try {
            // The logs may be in another region than the table.
            return new S3LogClient(AwsClients.configure(S3Client.builder(), settings)
                    .crossRegionAccessEnabled(settings.endpoint().isEmpty())
                    .forcePathStyle(settings.endpoint().isPresent() ? true : null)
                    .build());
        } catch (SdkException e) {
            throw new UncheckedIOException(
                    "no S3 client can be created from these settings: " + e.getMessage()
                            + " Set <region> (pagetrack.region) and <profile> (pagetrack.profile).",
                    new IOException(e));
        }
    }

    /**
     * A log object.
     *
     * @param bucket its bucket
     * @param key its key, not encoded
     * @param versionId the version to read; empty for the current one
     */
    public S3LogObject log(String bucket, String key, Optional<String> versionId) {
        return new S3LogObject(client, bucket, key, versionId, null);
    }

    /**
     * Lists the log objects of a bucket whose keys begin with a prefix, sorted by key, with one request per 1,000
     * objects.
     *
     * @param prefix empty for all objects
     * @param since leaves out objects that were last modified before it, because they hold no later view
     * @throws IOException if the bucket cannot be listed
     */
    List<LogObject> list(String bucket, String prefix, Optional<Instant> since) throws IOException {
        try {
            return client.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)).contents().stream()
                    .filter(S3LogClient::mayBeLog)
                    .filter(object ->
                            since.filter(object.lastModified()::isBefore).isEmpty())
                    .<LogObject>map(object -> new S3LogObject(
                            client, bucket, object.key(), Optional.empty(), S3LogObject.Content.of(object)))
                    .toList();
        } catch (SdkException e) {
            var cause = S3ErrorMessages.explain(e);
            throw new IOException("s3://" + bucket + "/" + prefix + " cannot be listed: " + cause.getMessage(), cause);
        }
    }

    /** False for the empty objects by which the S3 console marks folders. */
    private static boolean mayBeLog(S3Object object) {
        return !(object.size() == 0 && object.key().endsWith("/"));
    }

    @Override
    public void close() {
        client.close();
    }
}
