package dev.pagetrack.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.s3.S3Client;

/** Does the SDK calls of the functions, and nothing else: what a cold start is compared with. */
public final class BareHandler implements RequestStreamHandler {

    private static final String TABLE = "PageTrackTable";

    private final DynamoDbClient dynamoDb = DynamoDbClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    private final S3Client s3 = System.getenv("BARE").equals("ingest")
            ? S3Client.builder()
                    .httpClientBuilder(UrlConnectionHttpClient.builder())
                    .build()
            : null;

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        input.readAllBytes();
        if (s3 == null) {
            stats();
        } else {
            ingest();
        }
        output.write("{}".getBytes(StandardCharsets.UTF_8));
    }

    private void stats() {
        dynamoDb.query(query -> query.tableName(TABLE)
                .keyConditionExpression("UserPages = :p")
                .expressionAttributeValues(Map.of(":p", AttributeValue.fromS("INDEX"))));
    }

    private void ingest() {
        s3.getObjectAsBytes(get -> get.bucket("logs-bucket").key("log"));
        dynamoDb.putItem(put -> put.tableName(TABLE).item(key("META", "version")));
        get("OBJECT#b", "hash");
        get("INDEX", "bare/");
        dynamoDb.transactWriteItems(write -> write.transactItems(List.of(
                put(key("bare/", "1." + System.nanoTime())),
                put(key("INDEX", "bare/")),
                put(key("MONTH#2026-05", "bare/")))));
        dynamoDb.putItem(put -> put.tableName(TABLE).item(key("OBJECT#b", "hash")));
    }

    private void get(String partition, String sort) {
        var keys =
                KeysAndAttributes.builder().keys(List.of(key(partition, sort))).build();
        dynamoDb.batchGetItem(get -> get.requestItems(Map.of(TABLE, keys)));
    }

    private static TransactWriteItem put(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(TABLE).item(item))
                .build();
    }

    private static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of("UserPages", AttributeValue.fromS(partition), "SortKey", AttributeValue.fromS(sort));
    }
}
