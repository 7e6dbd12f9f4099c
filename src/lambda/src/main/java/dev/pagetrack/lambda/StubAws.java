package dev.pagetrack.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * An HTTP client that answers the requests of the AWS SDK itself: as an empty table that accepts every write, and as a
 * bucket in which every object is the same log. With it a function can do its real work before a SnapStart snapshot,
 * without network and credentials.
 */
final class StubAws implements SdkHttpClient {

    private static final String LOG = """
            #Version: 1.0
            #Fields: date time cs-method cs(Host) cs-uri-stem sc-status cs(User-Agent) x-edge-request-id
            2026-05-03\t12:17:39\tGET\tblog.example\t/a/\t200\tMozilla/5.0%20(X11)%20Firefox/122.0\tid
            2026-05-03\t12:17:39\tGET\tblog.example\t/a/\t200\tGooglebot/2.1\tid
            """;

    private static final StaticCredentialsProvider DUMMY_CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("dummy", "dummy"));

    private StubAws() {}

    static DynamoDbClient dynamoDb() {
        return DynamoDbClient.builder()
                .httpClient(new StubAws())
                .region(Region.US_EAST_1)
                .credentialsProvider(DUMMY_CREDENTIALS)
                .endpointOverride(URI.create("http://stub.invalid"))
                .build();
    }

    static S3Client s3() {
        return S3Client.builder()
                .httpClient(new StubAws())
                .region(Region.US_EAST_1)
                .credentialsProvider(DUMMY_CREDENTIALS)
                .build();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        var target = request.httpRequest().firstMatchingHeader("X-Amz-Target").orElse("");
        byte[] body = body(target).getBytes(UTF_8);
        var response = SdkHttpFullResponse.builder()
                .statusCode(200)
                .putHeader("ETag", "\"stub\"")
                .putHeader("Content-Length", Integer.toString(body.length))
                .build();
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() {
                return HttpExecuteResponse.builder()
                        .response((SdkHttpResponse) response)
                        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                        .build();
            }

            @Override
            public void abort() {
                // Nothing is in progress.
            }
        };
    }

    private static String body(String target) {
        if (target.isEmpty()) {
            return LOG;
        }
        return target.endsWith(".Query") ? "{\"Items\":[],\"ConsumedCapacity\":{\"CapacityUnits\":0.5}}" : "{}";
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
