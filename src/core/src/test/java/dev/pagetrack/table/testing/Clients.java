package dev.pagetrack.table.testing;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** Creates real clients for a table that is served on this machine. */
public final class Clients {

    private Clients() {}

    /** Creates a client that uses the SDK's default retries. */
    public static DynamoDbClient at(int port, ExecutionInterceptor... interceptors) {
        return builder(port, interceptors).build();
    }

    /** Creates a client that loses responses, with the SDK's default retries. */
    public static DynamoDbClient losing(int port, OneFault fault, ExecutionInterceptor... interceptors) {
        return builder(port, interceptors)
                .httpClient(fault.losingReplies(UrlConnectionHttpClient.create()))
                .build();
    }

    /** Creates a client that never retries, so that only our own retries are tested. */
    public static DynamoDbClient withoutRetries(int port, ExecutionInterceptor interceptor) {
        return builder(port)
                .overrideConfiguration(override ->
                        override.retryStrategy(AwsRetryStrategy.doNotRetry()).addExecutionInterceptor(interceptor))
                .build();
    }

    /** Creates a client that gets a fixed response for an operation that DynamoDB Local does not support. */
    public static DynamoDbClient answering(int port, String operation, String json) {
        var real = UrlConnectionHttpClient.create();
        return builder(port)
                .httpClient(new SdkHttpClient() {
                    @Override
                    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
                        boolean isAnswered = request.httpRequest()
                                .firstMatchingHeader("X-Amz-Target")
                                .filter(target -> target.endsWith("." + operation))
                                .isPresent();
                        return isAnswered ? answer(json) : real.prepareRequest(request);
                    }

                    @Override
                    public void close() {
                        real.close();
                    }
                })
                .build();
    }

    private static ExecutableHttpRequest answer(String json) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() {
                return HttpExecuteResponse.builder()
                        .response(SdkHttpResponse.builder().statusCode(200).build())
                        .responseBody(AbortableInputStream.create(
                                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))))
                        .build();
            }

            @Override
            public void abort() {
                // The response is already there.
            }
        };
    }

    private static DynamoDbClientBuilder builder(int port, ExecutionInterceptor... interceptors) {
        return DynamoDbClient.builder()
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
                .endpointOverride(URI.create("http://localhost:" + port))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(override -> {
                    for (var interceptor : interceptors) {
                        override.addExecutionInterceptor(interceptor);
                    }
                });
    }
}
