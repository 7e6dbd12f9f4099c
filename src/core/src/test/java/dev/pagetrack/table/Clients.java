package dev.pagetrack.table;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Real clients of a table that is served on this machine. */
final class Clients {

    private Clients() {}

    static DynamoDbClient at(int port, ExecutionInterceptor... interceptors) {
        return DynamoDbClient.builder()
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
                .endpointOverride(URI.create("http://localhost:" + port))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(override -> {
                    for (var interceptor : interceptors) {
                        override.addExecutionInterceptor(interceptor);
                    }
                })
                .build();
    }
}
