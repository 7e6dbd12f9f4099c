package dev.pagetrack.table;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** A connection to DynamoDB. Closing it closes the client it made, never one it was given. */
public final class TableConnection implements AutoCloseable {

    /** Within a call, so that a build without network learns it in seconds; the ledger has more patience of its own. */
    private static final int ATTEMPTS = 4;

    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(20);

    private final DynamoDbClient client;
    private final boolean own;

    private TableConnection(DynamoDbClient client, boolean own) {
        this.client = client;
        this.own = own;
    }

    /** A connection over a client that somebody else made and closes. */
    public static TableConnection of(DynamoDbClient client) {
        return new TableConnection(client, false);
    }

    /**
     * Opens a connection. Nothing is sent yet: wrong settings mostly show at the first call.
     *
     * @throws TableException if the settings make no client, such as without any region
     */
    public static TableConnection open(ConnectionSettings settings) {
        try {
            return new TableConnection(builder(settings).build(), true);
        } catch (SdkException e) {
            throw new TableException(
                    "no connection to DynamoDB can be made from the settings given: " + e.getMessage()
                            + " Set <region> (pagetrack.region) and <profile> (pagetrack.profile), or <embedded>true</embedded>.",
                    e);
        }
    }

    private static DynamoDbClientBuilder builder(ConnectionSettings settings) {
        var builder = DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(CALL_TIMEOUT))
                .overrideConfiguration(override -> {
                    override.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                            .maxAttempts(ATTEMPTS)
                            .build());
                    settings.profile().ifPresent(override::defaultProfileName);
                });
        settings.region().map(Region::of).ifPresent(builder::region);
        settings.credentials()
                .map(key -> StaticCredentialsProvider.create(AwsBasicCredentials.create(key.id(), key.secret())))
                .ifPresent(builder::credentialsProvider);
        settings.endpoint().ifPresent(builder::endpointOverride);
        return builder;
    }

    DynamoDbClient client() {
        return client;
    }

    @Override
    public void close() {
        if (own) {
            client.close();
        }
    }
}
