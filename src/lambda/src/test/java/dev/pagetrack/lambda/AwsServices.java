package dev.pagetrack.lambda;

import com.robothy.s3.rest.LocalS3;
import com.robothy.s3.rest.bootstrap.LocalS3Mode;
import dev.pagetrack.local.LocalDynamoDb;
import dev.pagetrack.source.S3LogClient;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.item.TableConnection;
import dev.pagetrack.table.item.TableSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.s3.S3Client;

/** DynamoDB and S3 on this machine, over HTTP, with an empty table and a bucket with versioning. */
final class AwsServices implements AutoCloseable {

    static final String BUCKET = "logs-bucket";

    private final LocalDynamoDb dynamoDb = LocalDynamoDb.inMemory();
    private final int dynamoDbPort = dynamoDb.serve(0);
    private final LocalS3 localS3 =
            LocalS3.builder().mode(LocalS3Mode.IN_MEMORY).port(-1).build();
    private final S3Client s3;
    private final PageTrackTable table = new PageTrackTable(
            TableConnection.of(dynamoDb.client()), new TableSettings(TableSettings.DEFAULT_NAME, Optional.empty()));

    AwsServices() {
        table.createIfMissing();
        localS3.start();
        s3 = S3Client.builder()
                .endpointOverride(URI.create(s3Endpoint()))
                .forcePathStyle(true)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        s3.createBucket(create -> create.bucket(BUCKET));
        s3.putBucketVersioning(put -> put.bucket(BUCKET).versioningConfiguration(c -> c.status("Enabled")));
    }

    private String s3Endpoint() {
        return "http://127.0.0.1:" + localS3.getPort();
    }

    /** The environment variables with which a function uses these services. */
    Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL_S3", s3Endpoint(), "AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:" + dynamoDbPort);
    }

    /** Writes an object; returns its version. */
    String put(String key, byte[] content) {
        return s3.putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromBytes(content))
                .versionId();
    }

    /** Ingests an object, so that the table is not empty. */
    void ingest(String key) throws IOException {
        new EventIngestion(
                        FunctionSettings.of(Map.of()),
                        S3LogClient.of(s3),
                        TableConnection.of(dynamoDb.client()),
                        line -> {})
                .answer(Json.read(Events.notification(key)), Duration.ofMinutes(1));
    }

    PageTrackTable table() {
        return table;
    }

    /** The raw views of a page. */
    int rawViews(String page) {
        return dynamoDb.client()
                .query(query -> query.tableName(TableSettings.DEFAULT_NAME)
                        .keyConditionExpression("UserPages = :page")
                        .expressionAttributeValues(Map.of(":page", AttributeValue.fromS(page)))
                        .select(Select.COUNT))
                .count();
    }

    @Override
    public void close() {
        s3.close();
        localS3.shutdown();
        dynamoDb.close();
    }
}
