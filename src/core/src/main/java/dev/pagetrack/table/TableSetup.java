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

/** Looks at the table itself: its keys, its expiry, its backups. */
final class TableSetup {

    private static final String NEEDED = Attributes.PARTITION_KEY + " (S), " + Attributes.SORT_KEY + " (S)";

    private final OpenTable table;
    private final List<Finding> findings = new ArrayList<>();
    private boolean expires = true;
    private long items;

    TableSetup(OpenTable table) {
        this.table = table;
    }

    /**
     * Finds out how it is set up. What may not be asked is a note: figures need none of it.
     *
     * @throws TableException if there is no such table, or it cannot be reached
     */
    List<Finding> findings() {
        ask(client -> client.describeTable(ask -> ask.tableName(table.name())).table())
                .ifPresent(this::keys);
        ask(client -> client.describeTimeToLive(ask -> ask.tableName(table.name()))
                        .timeToLiveDescription())
                .filter(ttl -> !Attributes.EXPIRES.equals(ttl.attributeName()))
                .ifPresent(ttl -> {
                    expires = false;
                    findings.add(Finding.note("Expiry by " + Attributes.EXPIRES
                            + " is not switched on: <retention> would have no effect. pagetrack:create-table switches it"
                            + " on."));
                });
        ask(client -> client.describeContinuousBackups(ask -> ask.tableName(table.name()))
                        .continuousBackupsDescription())
                .filter(backups -> backups.continuousBackupsStatus() != ContinuousBackupsStatus.ENABLED
                        || backups.pointInTimeRecoveryDescription().pointInTimeRecoveryStatus()
                                != PointInTimeRecoveryStatus.ENABLED)
                .ifPresent(backups -> findings.add(Finding.note(
                        "Point-in-time recovery is off: pagetrack:export is the only way back to an earlier state.")));
        return findings;
    }

    /** Whether raw views that are due expire; true where that may not be asked. */
    boolean expires() {
        return expires;
    }

    /** How many items all sites have together, as DynamoDB last counted them; 0 where that may not be asked. */
    long items() {
        return items;
    }

    private void keys(TableDescription description) {
        items = description.itemCount() == null ? 0 : description.itemCount();
        findings.add(wrongKeys(description)
                .map(Finding::problem)
                .orElseGet(() ->
                        Finding.note("Table '" + table.name() + "' has the keys of the series: " + NEEDED + ".")));
    }

    /** What is wrong with a table's keys, if anything is. */
    static Optional<String> wrongKeys(TableDescription description) {
        var found = Stream.of(KeyType.HASH, KeyType.RANGE)
                .flatMap(type -> key(description, type).stream())
                .collect(joining(", "));
        return found.equals(NEEDED)
                ? Optional.empty()
                : Optional.of("Table '" + description.tableName() + "' has the keys " + found
                        + " where pagetrack needs " + NEEDED
                        + ". Name another <table> (pagetrack.table); pagetrack:create-table makes it.");
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

    private <T> Optional<T> ask(Function<DynamoDbClient, T> question) {
        try {
            return Optional.of(question.apply(table.client()));
        } catch (SdkException e) {
            var refusal = AccessDenied.of(e);
            if (refusal.isPresent()) {
                findings.add(
                        Finding.note("Not permitted, and only needed to look at the table: " + refusal.get() + "."));
                return Optional.empty();
            }
            if (e instanceof DynamoDbException service
                    && "UnknownOperationException".equals(DynamoDbErrors.code(service))) {
                // DynamoDB Local keeps no backups.
                return Optional.empty();
            }
            throw DynamoDbErrors.explain(table.name(), e);
        }
    }
}
