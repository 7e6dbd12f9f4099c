package dev.pagetrack.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

class ServiceErrorsTest {
    @Test
    void sendsAttributesOfEveryTypeWithAFailedCondition() {
        Map<String, AttributeValue> item = Map.of(
                "Name", AttributeValue.fromS("a"),
                "Views", AttributeValue.fromN("7"),
                "Flag", AttributeValue.fromBool(true),
                "None", AttributeValue.fromNul(true),
                "Bytes", AttributeValue.fromB(bytes()),
                "Strings", AttributeValue.fromSs(List.of("x")),
                "Numbers", AttributeValue.fromNs(List.of("1")),
                "Blobs", AttributeValue.fromBs(List.of(bytes())),
                "Map", AttributeValue.fromM(Map.of("k", AttributeValue.fromS("v"))),
                "List", AttributeValue.fromL(List.of(AttributeValue.fromN("1"))));
        try (var local = LocalDynamoDb.inMemory();
                var remote = NotesTable.over(local.serve(0))) {
            NotesTable.create(remote);
            remote.putItem(put -> put.tableName(NotesTable.TABLE).item(item));
            assertThat(catchThrowableOfType(
                                    ConditionalCheckFailedException.class, () -> remote.putItem(NotesTable.putNew("a")))
                            .item())
                    .isEqualTo(item);
        }
    }

    private static SdkBytes bytes() {
        return SdkBytes.fromUtf8String("bytes");
    }
}
