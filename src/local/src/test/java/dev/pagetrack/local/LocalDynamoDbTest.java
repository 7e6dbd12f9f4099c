package dev.pagetrack.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

class LocalDynamoDbTest {
    @TempDir
    Path folder;

    @Test
    void keepsItsDataInTheFolder() {
        try (var first = LocalDynamoDb.open(folder)) {
            NotesTable.create(first.client());
            NotesTable.put(first.client(), "a");
        }
        try (var second = LocalDynamoDb.open(folder)) {
            NotesTable.put(second.client(), "b");
        }
        try (var third = LocalDynamoDb.open(folder)) {
            assertThat(NotesTable.names(third.client())).containsExactly("a", "b");
        }
    }

    @Test
    void keepsDataThatWasWrittenJustBeforeItWasClosed() {
        try (var local = LocalDynamoDb.open(folder)) {
            NotesTable.create(local.client());
        }
        for (int round = 1; round <= 20; round++) {
            try (var local = LocalDynamoDb.open(folder)) {
                NotesTable.transact(local.client(), round + "-", 100);
            }
        }
        try (var local = LocalDynamoDb.open(folder)) {
            assertThat(NotesTable.names(local.client())).hasSize(2_000);
        }
    }

    @Test
    void createsTheFolderAndUsesTheNameOfASharedDatabase() {
        Path missing = folder.resolve("some/ımğ folder");
        LocalDynamoDb.open(missing).close();
        assertThat(missing.resolve("shared-local-instance.db")).exists();
    }

    @Test
    void losesADatabaseInMemoryWhenItIsClosed() {
        try (var first = LocalDynamoDb.inMemory()) {
            NotesTable.create(first.client());
        }
        try (var second = LocalDynamoDb.inMemory()) {
            assertThat(second.client().listTables().tableNames()).isEmpty();
        }
    }

    @Test
    void separatesTwoDatabasesInMemory() {
        try (var first = LocalDynamoDb.inMemory();
                var second = LocalDynamoDb.inMemory()) {
            NotesTable.create(first.client());
            assertThat(second.client().listTables().tableNames()).isEmpty();
        }
    }

    @Test
    void writesTransactionsOfAHundredActionsAndRefusesMore() {
        try (var local = LocalDynamoDb.inMemory()) {
            NotesTable.create(local.client());
            NotesTable.transact(local.client(), "n", 100);
            assertThat(NotesTable.names(local.client())).hasSize(100);
            assertThatThrownBy(() -> NotesTable.transact(local.client(), "m", 101))
                    .isInstanceOf(DynamoDbException.class);
        }
    }

    @Test
    void supportsTheOperationsThatPagetrackUses() {
        try (var local = LocalDynamoDb.inMemory()) {
            DynamoDbClient client = local.client();
            NotesTable.create(client);
            client.batchWriteItem(
                    batch -> batch.requestItems(Map.of(NotesTable.TABLE, List.of(written("a"), written("b")))));
            var keys = KeysAndAttributes.builder().keys(List.of(NotesTable.item("a"), NotesTable.item("c")));
            assertThat(client.batchGetItem(batch -> batch.requestItems(Map.of(NotesTable.TABLE, keys.build())))
                            .responses())
                    .containsEntry(NotesTable.TABLE, List.of(NotesTable.item("a")));
            assertThat(counted(client, "a")).isEqualTo("1");
            assertThat(counted(client, "a")).isEqualTo("2");
            assertThat(client.query(query -> query.tableName(NotesTable.TABLE)
                                    .keyConditionExpression("#n = :b")
                                    .expressionAttributeNames(Map.of("#n", "Name"))
                                    .expressionAttributeValues(Map.of(":b", AttributeValue.fromS("b"))))
                            .items())
                    .containsExactly(NotesTable.item("b"));
            client.updateTimeToLive(update -> update.tableName(NotesTable.TABLE)
                    .timeToLiveSpecification(ttl -> ttl.attributeName("Expires").enabled(true)));
            assertThat(client.describeTimeToLive(ttl -> ttl.tableName(NotesTable.TABLE))
                            .timeToLiveDescription()
                            .timeToLiveStatus())
                    .isEqualTo(TimeToLiveStatus.ENABLED);
        }
    }

    @Test
    void refusesASecondOpenOfTheSameFolder() {
        try (var first = LocalDynamoDb.open(folder)) {
            assertThatThrownBy(() -> LocalDynamoDb.open(folder.resolve(".")))
                    .isInstanceOf(LocalDynamoDbException.class)
                    .hasMessageContainingAll(folder.getFileName().toString(), "in use by another build", "Directory");
            NotesTable.create(first.client());
        }
        LocalDynamoDb.open(folder).close();
    }

    @Test
    void refusesADamagedDatabaseAndUnlocksTheFolder() throws IOException {
        Path database = folder.resolve("shared-local-instance.db");
        Files.writeString(database, "no database, but long enough to be read as one. ".repeat(100));
        assertThatThrownBy(() -> LocalDynamoDb.open(folder))
                .isInstanceOf(LocalDynamoDbException.class)
                .hasMessageContainingAll(database.getFileName().toString(), "damaged");
        Files.delete(database);
        LocalDynamoDb.open(folder).close();
    }

    @Test
    void refusesADatabaseThatCannotBeOpened() throws IOException {
        Files.createDirectory(folder.resolve("shared-local-instance.db"));
        assertThatThrownBy(() -> LocalDynamoDb.open(folder)).isInstanceOf(LocalDynamoDbException.class);
    }

    @Test
    void refusesAFolderThatCannotBeUsed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> LocalDynamoDb.open(file))
                .isInstanceOf(LocalDynamoDbException.class)
                .hasMessageContainingAll(file.toString(), "can't be used");
    }

    @Test
    void canBeClosedTwiceAndIsNotServedAfterwards() {
        var local = LocalDynamoDb.inMemory();
        local.close();
        local.close();
        assertThatThrownBy(() -> local.serve(0)).isInstanceOf(LocalDynamoDbException.class);
    }

    private static WriteRequest written(String name) {
        return WriteRequest.builder()
                .putRequest(put -> put.item(NotesTable.item(name)))
                .build();
    }

    private static String counted(DynamoDbClient client, String name) {
        var changed = client.updateItem(update -> update.tableName(NotesTable.TABLE)
                        .key(NotesTable.item(name))
                        .updateExpression("ADD Counted :one")
                        .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1")))
                        .returnValues("ALL_NEW"))
                .attributes();
        return requireNonNull(changed.get("Counted")).n();
    }
}
