package dev.pagetrack.local;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** A small table for tests, whose only attribute is the key {@code Name}. */
final class NotesTable {
    static final String TABLE = "Notes";

    private NotesTable() {}

    static void create(DynamoDbClient client) {
        client.createTable(table -> table.tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("Name")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(KeySchemaElement.builder()
                        .attributeName("Name")
                        .keyType(KeyType.HASH)
                        .build()));
    }

    static void put(DynamoDbClient client, String name) {
        client.putItem(put -> put.tableName(TABLE).item(item(name)));
    }

    static PutItemRequest putNew(String name) {
        return PutItemRequest.builder()
                .tableName(TABLE)
                .item(item(name))
                .conditionExpression("attribute_not_exists(#n)")
                .expressionAttributeNames(Map.of("#n", "Name"))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }

    static void transactNew(DynamoDbClient client, String name) {
        PutItemRequest put = putNew(name);
        client.transactWriteItems(transaction -> transaction.transactItems(TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(TABLE)
                        .item(put.item())
                        .conditionExpression(put.conditionExpression())
                        .expressionAttributeNames(put.expressionAttributeNames())
                        .build())
                .build()));
    }

    static void transact(DynamoDbClient client, String prefix, int count) {
        client.transactWriteItems(transaction -> transaction.transactItems(actions(prefix, count)));
    }

    static List<String> names(DynamoDbClient client) {
        return client.scanPaginator(scan -> scan.tableName(TABLE).consistentRead(true)).items().stream()
                .map(item -> requireNonNull(item.get("Name")).s())
                .sorted()
                .toList();
    }

    static Map<String, AttributeValue> item(String name) {
        return Map.of("Name", AttributeValue.fromS(name));
    }

    static DynamoDbClient over(int port, Region region, String accessKey) {
        return DynamoDbClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                .region(region)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "secret")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    static DynamoDbClient over(int port) {
        return over(port, Region.EU_CENTRAL_1, "anyone");
    }

    private static List<TransactWriteItem> actions(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> TransactWriteItem.builder()
                        .put(put -> put.tableName(TABLE).item(item(prefix + number)))
                        .build())
                .toList();
    }
}
