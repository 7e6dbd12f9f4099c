package dev.pagetrack.deploy;

import dev.pagetrack.aws.ConnectionSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/** An AWS account in one region, and the services there that a deployment needs. */
public final class AwsAccess implements AutoCloseable {

    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 4;
    static final BackoffStrategy BACKOFF =
            BackoffStrategy.exponentialDelayWithoutJitter(Duration.ofSeconds(1), Duration.ofSeconds(4));

    private final Region region;
    private final AwsCredentialsProvider credentials;
    private final Optional<URI> endpoint;
    private final RetryStrategy retries;
    private final SdkHttpClient http;
    private final S3Client s3;
    private final CloudFormationClient cloudFormation;

    private AwsAccess(ConnectionSettings settings, BackoffStrategy backoff) {
        this.region = region(settings);
        this.credentials = credentials(settings);
        this.endpoint = settings.endpoint();
        this.retries = AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(ATTEMPTS)
                .backoffStrategy(backoff)
                .throttlingBackoffStrategy(backoff)
                .build();
        this.http =
                UrlConnectionHttpClient.builder().socketTimeout(CALL_TIMEOUT).build();
        this.s3 = s3();
        this.cloudFormation = configured(CloudFormationClient.builder())
                .overrideConfiguration(override -> override.retryStrategy(retries))
                .build();
    }

    /**
     * Finds the region, and where credentials come from. It sends no request to the services.
     *
     * @throws DeployException if no region is known
     */
    public static AwsAccess open(ConnectionSettings settings) {
        return open(settings, BACKOFF);
    }

    /** @param backoff how long to wait before a call to CloudFormation or STS is sent again */
    static AwsAccess open(ConnectionSettings settings, BackoffStrategy backoff) {
        return new AwsAccess(settings, backoff);
    }

    private static Region region(ConnectionSettings settings) {
        try {
            return settings.region().map(Region::of).orElseGet(() -> {
                var chain = DefaultAwsRegionProviderChain.builder();
                settings.profile().ifPresent(profile -> chain.profileName(profile));
                return chain.build().getRegion();
            });
        } catch (SdkException e) {
            throw new DeployException("no region is known: " + e.getMessage() + " Set <region> (pagetrack.region).", e);
        }
    }

    private static AwsCredentialsProvider credentials(ConnectionSettings settings) {
        if (settings.credentials().isPresent()) {
            var key = settings.credentials().get();
            return StaticCredentialsProvider.create(AwsBasicCredentials.create(key.id(), key.secret()));
        }
        var chain = DefaultCredentialsProvider.builder();
        settings.profile().ifPresent(chain::profileName);
        return explaining(chain.build());
    }

    /** The same credentials; if there are none, the message says what to do. */
    static AwsCredentialsProvider explaining(AwsCredentialsProvider provider) {
        return () -> {
            try {
                return provider.resolveCredentials();
            } catch (SdkException e) {
                throw new DeployException(
                        "there are no credentials for AWS: " + e.getMessage()
                                + " Log in, or set <profile> (pagetrack.profile) or <serverId> (pagetrack.serverId).",
                        e);
            }
        };
    }

    private S3Client s3() {
        return configured(S3Client.builder())
                // The upload of the jar carries a checksum of its own, and needs none of its chunks.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                .forcePathStyle(endpoint.isPresent())
                .build();
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configured(B builder) {
        endpoint.ifPresent(builder::endpointOverride);
        return builder.region(region).credentialsProvider(credentials).httpClient(http);
    }

    String region() {
        return region.id();
    }

    S3Client buckets() {
        return s3;
    }

    CloudFormation cloudFormation() {
        return new CloudFormation(cloudFormation, failures());
    }

    /**
     * The number of the account.
     *
     * @throws DeployException if STS cannot be reached, or refuses the credentials
     */
    String account() {
        try (var sts = configured(StsClient.builder())
                .overrideConfiguration(override -> override.retryStrategy(retries))
                .build()) {
            return failures()
                    .explain("GetCallerIdentity", () -> sts.getCallerIdentity().account());
        }
    }

    /** @throws DeployException if DynamoDB cannot be reached, or refuses the call */
    boolean hasTable(String table) {
        try (var client = configured(DynamoDbClient.builder()).build()) {
            client.describeTable(describe -> describe.tableName(table));
            return true;
        } catch (ResourceNotFoundException e) {
            return false;
        } catch (SdkException e) {
            throw new DeployException("DynamoDB cannot describe table '" + table + "': " + e.getMessage(), e);
        }
    }

    private AwsFailures failures() {
        return new AwsFailures(endpoint.map(URI::toString).orElseGet(() -> "AWS in " + region.id()));
    }

    @Override
    public void close() {
        cloudFormation.close();
        s3.close();
        http.close();
    }
}
