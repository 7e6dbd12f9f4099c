package dev.pagetrack.table;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.DynamoDbErrors;
import dev.pagetrack.table.item.OpenTable;
import dev.pagetrack.table.item.TableException;
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

/**
 * Creates the table with the keys of the blog series: on-demand, with point-in-time recovery, and with expiry of the
 * raw views that have an expiry time.
 */
final class TableCreation {

    private final OpenTable table;

    TableCreation(OpenTable table) {
        this.table = table;
    }

    boolean run() {
        boolean created = create();
        awaitActive();
        return table.call(client -> {
            enableExpiry(client);
            if (created) {
                enablePointInTimeRecovery(client);
            }
            return created;
        });
    }

    /** Runs every time: the run that created the table may have been stopped before this step. */
    private void enableExpiry(DynamoDbClient client) {
        var status = client.describeTimeToLive(ttl -> ttl.tableName(table.name()))
                .timeToLiveDescription()
                .timeToLiveStatus();
        if (status == TimeToLiveStatus.DISABLED) {
            client.updateTimeToLive(ttl -> ttl.tableName(table.name())
                    .timeToLiveSpecification(spec -> spec.enabled(true).attributeName(Attributes.EXPIRES)));
        }
    }

    private void enablePointInTimeRecovery(DynamoDbClient client) {
        try {
            client.updateContinuousBackups(backups -> backups.tableName(table.name())
                    .pointInTimeRecoverySpecification(spec -> spec.pointInTimeRecoveryEnabled(true)));
        } catch (DynamoDbException e) {
            // DynamoDB Local has no backups.
            if (!"UnknownOperationException".equals(DynamoDbErrors.code(e))) {
                throw e;
            }
        }
    }

    private boolean create() {
        return table.call(client -> {
            if (client.listTablesPaginator().tableNames().stream().anyMatch(table.name()::equals)) {
                return false;
            }
            try {
                client.createTable(request());
                return true;
            } catch (ResourceInUseException e) {
                // Another build created it first.
                return false;
            }
        });
    }

    private void awaitActive() {
        table.backoff().until("creating table " + table.name(), "it is not active yet.", attempt -> isActive());
    }

    private boolean isActive() {
        var description = table.call(client -> client.describeTable(describe -> describe.tableName(table.name()))
                .table());
        TableSetup.keyProblem(description).ifPresent(problem -> {
            throw new TableException(problem);
        });
        return description.tableStatus() == TableStatus.ACTIVE;
    }

    private CreateTableRequest request() {
        return CreateTableRequest.builder()
                .tableName(table.name())
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
