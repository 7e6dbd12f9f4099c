package dev.pagetrack.deploy;

import dev.pagetrack.aws.ConnectionSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.s3.S3Client;

/** An AWS account in a region: the services that a deployment needs. */
public final class AwsAccess implements AutoCloseable {

    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(60);

    private final Region region;
    private final AwsCredentialsProvider credentials;
    private final Optional<URI> endpoint;
    private final SdkHttpClient http;
    private final Clock clock;
    private final Pause pause;
    private final S3Client s3;

    private AwsAccess(
            Region region, AwsCredentialsProvider credentials, Optional<URI> endpoint, Clock clock, Pause pause) {
        this.region = region;
        this.credentials = credentials;
        this.endpoint = endpoint;
        this.clock = clock;
        this.pause = pause;
        this.http =
                UrlConnectionHttpClient.builder().socketTimeout(CALL_TIMEOUT).build();
        this.s3 = s3();
    }

    /**
     * Finds region and credentials. Nothing is sent yet.
     *
     * @param clock what requests are signed by
     * @throws DeployException if there is no region
     */
    public static AwsAccess open(ConnectionSettings settings, Clock clock, Pause pause) {
        return new AwsAccess(region(settings), credentials(settings), settings.endpoint(), clock, pause);
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
        return chain.build();
    }

    private S3Client s3() {
        var builder = S3Client.builder()
                .region(region)
                .credentialsProvider(credentials)
                .httpClient(http)
                // The jar has one of its own; chunks of it need none beside that.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                .forcePathStyle(endpoint.isPresent());
        endpoint.ifPresent(builder::endpointOverride);
        return builder.build();
    }

    String region() {
        return region.id();
    }

    S3Client buckets() {
        return s3;
    }

    CloudFormation cloudFormation() {
        return new CloudFormation(query("cloudformation", "2010-05-15"));
    }

    /**
     * The number of the account.
     *
     * @throws DeployException if nobody can log in
     */
    String account() {
        return query("sts", "2011-06-15").call("GetCallerIdentity").text("Account");
    }

    /** @throws DeployException if DynamoDB cannot be asked */
    boolean hasTable(String table) {
        var builder = DynamoDbClient.builder()
                .region(region)
                .credentialsProvider(credentials)
                .httpClient(http);
        endpoint.ifPresent(builder::endpointOverride);
        try (var client = builder.build()) {
            client.describeTable(describe -> describe.tableName(table));
            return true;
        } catch (ResourceNotFoundException e) {
            return false;
        } catch (SdkException e) {
            throw new DeployException("DynamoDB does not tell of table '" + table + "': " + e.getMessage(), e);
        }
    }

    private QueryService query(String service, String version) {
        var address = endpoint.orElseGet(() -> URI.create("https://" + service + "." + region.id() + "."
                + PartitionMetadata.of(region).dnsSuffix()));
        var signature = new Signature(service, region.id(), credentials, clock);
        return new QueryService(address, version, signature, http, pause);
    }

    @Override
    public void close() {
        s3.close();
        http.close();
    }
}
