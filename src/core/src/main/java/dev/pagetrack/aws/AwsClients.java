package dev.pagetrack.aws;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** Configures the clients of AWS services. */
public final class AwsClients {

    /**
     * Attempts per call. Few, so that a build without a network fails within seconds; the ledger retries longer itself.
     */
    private static final int ATTEMPTS = 4;

    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(20);

    private AwsClients() {}

    /** Applies the settings, timeouts and retries to the builder of a client. */
    public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configure(
            B builder, ConnectionSettings settings) {
        builder.httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(CALL_TIMEOUT))
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
}
