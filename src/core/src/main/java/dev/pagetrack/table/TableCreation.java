package dev.pagetrack.table;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Creates the table with the keys of the blog series, paid by request, restorable, old raw views expiring when retention is set. */
final class TableCreation {

    private final DynamoDbClient client;
    private final String table;
    private final Backoff backoff;

    TableCreation(DynamoDbClient client, String table, Backoff backoff) {
        this.client = client;
        this.table = table;
        this.backoff = backoff;
    }

    boolean run() {
        boolean created = create();
        awaitActive();
        return Failures.explained(table, () -> {
            expireRawViews();
            if (created) {
                keepBackups();
            }
            return created;
        });
    }

    /** Asked each time: whoever created the table may have been stopped before it came to this. */
    private void expireRawViews() {
        var status = client.describeTimeToLive(ttl -> ttl.tableName(table))
                .timeToLiveDescription()
                .timeToLiveStatus();
        if (status == TimeToLiveStatus.DISABLED) {
            client.updateTimeToLive(ttl -> ttl.tableName(table)
                    .timeToLiveSpecification(spec -> spec.enabled(true).attributeName(Attributes.EXPIRES)));
        }
    }

    private void keepBackups() {
        try {
            client.updateContinuousBackups(backups -> backups.tableName(table)
                    .pointInTimeRecoverySpecification(spec -> spec.pointInTimeRecoveryEnabled(true)));
        } catch (DynamoDbException e) {
            // DynamoDB Local keeps no backups.
            if (!"UnknownOperationException".equals(Failures.code(e))) {
                throw e;
            }
        }
    }

    private boolean create() {
        return Failures.explained(table, () -> {
            if (client.listTablesPaginator().tableNames().stream().anyMatch(table::equals)) {
                return false;
            }
            try {
                client.createTable(request());
                return true;
            } catch (ResourceInUseException e) {
                // Another build was quicker.
                return false;
            }
        });
    }

    private void awaitActive() {
        for (int attempt = 1; !isActive(); attempt++) {
            backoff.pause(attempt, "creating table " + table, new TableException("it is not active yet."));
        }
    }

    private boolean isActive() {
        var description = Failures.explained(
                table,
                () -> client.describeTable(describe -> describe.tableName(table))
                        .table());
        TableSetup.wrongKeys(description).ifPresent(wrong -> {
            throw new TableException(wrong);
        });
        return description.tableStatus() == TableStatus.ACTIVE;
    }

    private CreateTableRequest request() {
        return CreateTableRequest.builder()
                .tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(key(Attributes.PARTITION_KEY, KeyType.HASH), key(Attributes.SORT_KEY, KeyType.RANGE))
                .attributeDefinitions(string(Attributes.PARTITION_KEY), string(Attributes.SORT_KEY))
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static AttributeDefinition string(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }
}
