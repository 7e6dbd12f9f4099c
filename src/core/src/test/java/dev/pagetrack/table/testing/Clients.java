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

/** Real clients of a table that is served on this machine. */
public final class Clients {

    private Clients() {}

    public static DynamoDbClient at(int port, ExecutionInterceptor... interceptors) {
        return builder(port, interceptors).build();
    }

    /** One that leaves trying again to us. */
    public static DynamoDbClient withoutRetries(int port, ExecutionInterceptor interceptor) {
        return builder(port)
                .overrideConfiguration(override ->
                        override.retryStrategy(AwsRetryStrategy.doNotRetry()).addExecutionInterceptor(interceptor))
                .build();
    }

    /** One that is answered so where DynamoDB Local knows no answer. */
    public static DynamoDbClient answering(int port, String operation, String json) {
        var real = UrlConnectionHttpClient.create();
        return builder(port)
                .httpClient(new SdkHttpClient() {
                    @Override
                    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
                        boolean ours = request.httpRequest()
                                .firstMatchingHeader("X-Amz-Target")
                                .filter(target -> target.endsWith("." + operation))
                                .isPresent();
                        return ours ? answer(json) : real.prepareRequest(request);
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
                // It is there at once.
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
