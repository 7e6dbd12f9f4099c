package dev.pagetrack.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A handler that makes the same SDK calls as the functions do at their first event, one by one, and nothing else. The
 * cold starts of the functions are compared with it.
 */
public final class BareHandler implements RequestStreamHandler {

    private static final String TABLE = "PageTrackTable";
    private static final String BUCKET = "logs-bucket";

    private final DynamoDbClient dynamoDb = DynamoDbClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    private final @Nullable S3Client s3 = System.getenv("BARE").equals("ingest")
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
            ingest(s3);
        }
        output.write("{}".getBytes(StandardCharsets.UTF_8));
    }

    private void stats() {
        get("META", "version");
        dynamoDb.query(query -> query.tableName(TABLE)
                .keyConditionExpression("UserPages = :p")
                .expressionAttributeValues(Map.of(":p", AttributeValue.fromS("INDEX"))));
    }

    private void ingest(S3Client logs) {
        get("META", "version");
        batchGet(List.of(key("META", "cutover")));
        logs.headObject(head -> head.bucket(BUCKET).key("log"));
        batchGet(List.of(key("OBJECT#b", "hash")));
        logs.getObjectAsBytes(get -> get.bucket(BUCKET).key("log"));
        batchGet(List.of(key("INDEX", "bare/"), key("MONTH#2026-05", "bare/")));
        dynamoDb.transactWriteItems(write -> write.transactItems(List.of(
                put(key("bare/", "1." + System.nanoTime())),
                add(key("INDEX", "bare/")),
                add(key("MONTH#2026-05", "bare/")))));
        dynamoDb.putItem(put -> put.tableName(TABLE).item(key("META", "OBJECT#b")));
        dynamoDb.putItem(put -> put.tableName(TABLE).item(key("OBJECT#b", "hash")));
    }

    private void get(String partition, String sort) {
        dynamoDb.getItem(get -> get.tableName(TABLE).key(key(partition, sort)).consistentRead(true));
    }

    private void batchGet(List<Map<String, AttributeValue>> keys) {
        var all = KeysAndAttributes.builder().keys(keys).build();
        dynamoDb.batchGetItem(get -> get.requestItems(Map.of(TABLE, all)));
    }

    private static TransactWriteItem add(Map<String, AttributeValue> key) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(TABLE)
                        .key(key)
                        .updateExpression("ADD #v :one")
                        .expressionAttributeNames(Map.of("#v", "Views"))
                        .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))))
                .build();
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
