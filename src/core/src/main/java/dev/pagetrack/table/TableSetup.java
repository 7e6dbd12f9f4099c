package dev.pagetrack.table;

import static java.util.stream.Collectors.joining;

import dev.pagetrack.table.item.AccessDenied;
import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.DynamoDbErrors;
import dev.pagetrack.table.item.OpenTable;
import dev.pagetrack.table.item.TableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ContinuousBackupsStatus;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Examines how the table is set up: its keys, its expiry, its backups. */
final class TableSetup {

    private static final String REQUIRED_KEYS = Attributes.PARTITION_KEY + " (S), " + Attributes.SORT_KEY + " (S)";

    private final OpenTable table;
    private final List<Finding> findings = new ArrayList<>();
    private boolean expires = true;
    private long items;

    TableSetup(OpenTable table) {
        this.table = table;
    }

    /**
     * Examines the table's setup. If the credentials do not permit a request, the finding is a note: figures do not
     * need any of these requests.
     *
     * @throws TableException if there is no such table, or it cannot be reached
     */
    List<Finding> findings() {
        ask(client -> client.describeTable(request -> request.tableName(table.name()))
                        .table())
                .ifPresent(this::checkKeys);
        ask(client -> client.describeTimeToLive(request -> request.tableName(table.name()))
                        .timeToLiveDescription())
                .filter(ttl -> !Attributes.EXPIRES.equals(ttl.attributeName()))
                .ifPresent(ttl -> {
                    expires = false;
                    findings.add(Finding.note("Expiry by " + Attributes.EXPIRES
                            + " is not switched on: <retention> would have no effect. pagetrack:create-table switches"
                            + " it on."));
                });
        ask(client -> client.describeContinuousBackups(request -> request.tableName(table.name()))
                        .continuousBackupsDescription())
                .filter(backups -> backups.continuousBackupsStatus() != ContinuousBackupsStatus.ENABLED
                        || backups.pointInTimeRecoveryDescription().pointInTimeRecoveryStatus()
                                != PointInTimeRecoveryStatus.ENABLED)
                .ifPresent(backups -> findings.add(Finding.note(
                        "Point-in-time recovery is off: pagetrack:export is the only way back to an earlier state.")));
        return findings;
    }

    /** Whether expiry is switched on; true if the credentials do not permit that request. */
    boolean expires() {
        return expires;
    }

    /** The items of all sites, as DynamoDB last counted them; 0 if the credentials do not permit that request. */
    long items() {
        return items;
    }

    private void checkKeys(TableDescription description) {
        items = description.itemCount() == null ? 0 : description.itemCount();
        findings.add(keyProblem(description)
                .map(Finding::problem)
                .orElseGet(() -> Finding.note(
                        "Table '" + table.name() + "' has the keys of the blog series: " + REQUIRED_KEYS + ".")));
    }

    /** What is wrong with a table's keys; empty if they are right. */
    static Optional<String> keyProblem(TableDescription description) {
        var found = Stream.of(KeyType.HASH, KeyType.RANGE)
                .flatMap(type -> key(description, type).stream())
                .collect(joining(", "));
        return found.equals(REQUIRED_KEYS)
                ? Optional.empty()
                : Optional.of("Table '" + description.tableName() + "' has the keys " + found
                        + ", but pagetrack needs " + REQUIRED_KEYS
                        + ". Name another <table> (pagetrack.table); pagetrack:create-table creates it.");
    }

    private static Optional<String> key(TableDescription description, KeyType type) {
        return description.keySchema().stream()
                .filter(key -> key.keyType() == type)
                .map(key -> key.attributeName() + " (" + type(description, key.attributeName()) + ")")
                .findFirst();
    }

    private static ScalarAttributeType type(TableDescription description, String attribute) {
        return description.attributeDefinitions().stream()
                .filter(definition -> definition.attributeName().equals(attribute))
                .findFirst()
                .orElseThrow()
                .attributeType();
    }

    private <T> Optional<T> ask(Function<DynamoDbClient, T> call) {
        try {
            return Optional.of(call.apply(table.client()));
        } catch (SdkException e) {
            var denied = AccessDenied.of(e);
            if (denied.isPresent()) {
                findings.add(
                        Finding.note("Not permitted, but only needed to examine the table: " + denied.get() + "."));
                return Optional.empty();
            }
            if (e instanceof DynamoDbException service
                    && "UnknownOperationException".equals(DynamoDbErrors.code(service))) {
                // DynamoDB Local has no backups.
                return Optional.empty();
            }
            throw DynamoDbErrors.explain(table.name(), e);
        }
    }
}
