package dev.pagetrack.local;

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
    void keepsItsDataFromOneCallToTheNext() {
        try (var first = LocalDynamoDb.open(folder)) {
            Notes.create(first.client());
            Notes.put(first.client(), "a");
        }
        try (var second = LocalDynamoDb.open(folder)) {
            Notes.put(second.client(), "b");
        }
        try (var third = LocalDynamoDb.open(folder)) {
            assertThat(Notes.names(third.client())).containsExactly("a", "b");
        }
    }

    @Test
    void keepsWhatWasWrittenJustBeforeItWasClosed() {
        try (var local = LocalDynamoDb.open(folder)) {
            Notes.create(local.client());
        }
        for (int round = 1; round <= 20; round++) {
            try (var local = LocalDynamoDb.open(folder)) {
                Notes.transact(local.client(), round + "-", 100);
            }
        }
        try (var local = LocalDynamoDb.open(folder)) {
            assertThat(Notes.names(local.client())).hasSize(2_000);
        }
    }

    @Test
    void createsTheFolderAndKeepsTheNameOfASharedDatabase() {
        Path missing = folder.resolve("some/ımğ folder");
        LocalDynamoDb.open(missing).close();
        assertThat(missing.resolve("shared-local-instance.db")).exists();
    }

    @Test
    void forgetsWhatWasInMemory() {
        try (var first = LocalDynamoDb.inMemory()) {
            Notes.create(first.client());
        }
        try (var second = LocalDynamoDb.inMemory()) {
            assertThat(second.client().listTables().tableNames()).isEmpty();
        }
    }

    @Test
    void keepsTwoDatabasesInMemoryApart() {
        try (var first = LocalDynamoDb.inMemory();
                var second = LocalDynamoDb.inMemory()) {
            Notes.create(first.client());
            assertThat(second.client().listTables().tableNames()).isEmpty();
        }
    }

    @Test
    void writesTransactionsOfAHundredActionsAndRefusesMore() {
        try (var local = LocalDynamoDb.inMemory()) {
            Notes.create(local.client());
            Notes.transact(local.client(), "n", 100);
            assertThat(Notes.names(local.client())).hasSize(100);
            assertThatThrownBy(() -> Notes.transact(local.client(), "m", 101)).isInstanceOf(DynamoDbException.class);
        }
    }

    @Test
    void doesWhatPagetrackAsksOfATable() {
        try (var local = LocalDynamoDb.inMemory()) {
            DynamoDbClient client = local.client();
            Notes.create(client);
            client.batchWriteItem(
                    batch -> batch.requestItems(Map.of(Notes.TABLE, List.of(written("a"), written("b")))));
            var keys = KeysAndAttributes.builder().keys(List.of(Notes.item("a"), Notes.item("c")));
            assertThat(client.batchGetItem(batch -> batch.requestItems(Map.of(Notes.TABLE, keys.build())))
                            .responses())
                    .containsEntry(Notes.TABLE, List.of(Notes.item("a")));
            assertThat(counted(client, "a")).isEqualTo("1");
            assertThat(counted(client, "a")).isEqualTo("2");
            assertThat(client.query(query -> query.tableName(Notes.TABLE)
                                    .keyConditionExpression("#n = :b")
                                    .expressionAttributeNames(Map.of("#n", "Name"))
                                    .expressionAttributeValues(Map.of(":b", AttributeValue.fromS("b"))))
                            .items())
                    .containsExactly(Notes.item("b"));
            client.updateTimeToLive(update -> update.tableName(Notes.TABLE)
                    .timeToLiveSpecification(ttl -> ttl.attributeName("Expires").enabled(true)));
            assertThat(client.describeTimeToLive(ttl -> ttl.tableName(Notes.TABLE))
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
            Notes.create(first.client());
        }
        LocalDynamoDb.open(folder).close();
    }

    @Test
    void saysThatADatabaseIsDamagedAndLetsTheFolderGo() throws IOException {
        Path database = folder.resolve("shared-local-instance.db");
        Files.writeString(database, "no database, but long enough to be read as one. ".repeat(100));
        assertThatThrownBy(() -> LocalDynamoDb.open(folder))
                .isInstanceOf(LocalDynamoDbException.class)
                .hasMessageContainingAll(database.getFileName().toString(), "damaged");
        Files.delete(database);
        LocalDynamoDb.open(folder).close();
    }

    @Test
    void saysThatADatabaseCannotBeOpened() throws IOException {
        Files.createDirectory(folder.resolve("shared-local-instance.db"));
        assertThatThrownBy(() -> LocalDynamoDb.open(folder)).isInstanceOf(LocalDynamoDbException.class);
    }

    @Test
    void saysThatAFolderCannotBeUsed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> LocalDynamoDb.open(file))
                .isInstanceOf(LocalDynamoDbException.class)
                .hasMessageContainingAll(file.toString(), "can't be used");
    }

    @Test
    void mayBeClosedTwiceAndServesNoMore() {
        var local = LocalDynamoDb.inMemory();
        local.close();
        local.close();
        assertThatThrownBy(() -> local.serve(0)).isInstanceOf(LocalDynamoDbException.class);
    }

    private static WriteRequest written(String name) {
        return WriteRequest.builder()
                .putRequest(put -> put.item(Notes.item(name)))
                .build();
    }

    private static String counted(DynamoDbClient client, String name) {
        return client.updateItem(update -> update.tableName(Notes.TABLE)
                        .key(Notes.item(name))
                        .updateExpression("ADD Counted :one")
                        .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1")))
                        .returnValues("ALL_NEW"))
                .attributes()
                .get("Counted")
                .n();
    }
}
