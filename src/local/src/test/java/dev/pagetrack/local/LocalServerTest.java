package dev.pagetrack.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class LocalServerTest {
    private LocalDynamoDb local;
    private int port;
    private DynamoDbClient remote;

    @BeforeEach
    void serve() {
        local = LocalDynamoDb.inMemory();
        port = local.serve(0);
        remote = NotesTable.over(port);
    }

    @AfterEach
    void end() {
        remote.close();
        local.close();
    }

    @Test
    void sharesOneDatabaseWithTheClientInThisProcess() {
        NotesTable.create(remote);
        NotesTable.put(local.client(), "in process");
        NotesTable.transact(remote, "remote ", 2);
        assertThat(NotesTable.names(remote)).containsExactly("in process", "remote 0", "remote 1");
        assertThat(NotesTable.names(local.client())).isEqualTo(NotesTable.names(remote));
    }

    @Test
    void showsTheSameTablesToOtherCredentialsAndRegions() {
        NotesTable.create(local.client());
        try (var other = NotesTable.over(port, Region.AP_SOUTHEAST_2, "somebody")) {
            assertThat(other.listTables().tableNames()).containsExactly(NotesTable.TABLE);
        }
    }

    @Test
    void sendsTheSameErrorsAsTheService() {
        assertThatThrownBy(() -> NotesTable.put(remote, "a")).isInstanceOf(ResourceNotFoundException.class);
        NotesTable.create(remote);
        remote.putItem(NotesTable.putNew("a"));
        assertThatThrownBy(() -> remote.putItem(NotesTable.putNew("a")))
                .isInstanceOfSatisfying(
                        ConditionalCheckFailedException.class,
                        failed -> assertThat(failed.item()).isEqualTo(NotesTable.item("a")));
        assertThatThrownBy(() -> NotesTable.transact(remote, "n", 101))
                .isInstanceOfSatisfying(
                        DynamoDbException.class,
                        failed ->
                                assertThat(failed.awsErrorDetails().errorCode()).isEqualTo("ValidationException"));
    }

    @Test
    void sendsTheReasonsOfACancelledTransaction() {
        NotesTable.create(remote);
        NotesTable.put(remote, "a");
        assertThatThrownBy(() -> NotesTable.transactNew(remote, "a"))
                .isInstanceOfSatisfying(
                        TransactionCanceledException.class,
                        failed -> assertThat(failed.cancellationReasons())
                                .extracting("code")
                                .containsExactly("ConditionalCheckFailed"));
    }

    @Test
    void refusesStatements() {
        assertThatThrownBy(() -> remote.executeStatement(statement -> statement.statement("SELECT * FROM Notes")))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("ExecuteStatement is not supported");
    }

    @Test
    void listensOnlyOnTheLoopbackAddress() throws IOException {
        new Socket(loopback(1), port).close();
        // All addresses of 127.0.0.0/8 are this machine: a server on all addresses would also answer here.
        assertThatThrownBy(() -> new Socket(loopback(2), port)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesAPortThatIsInUseAndCanUseAnother() throws IOException {
        try (var taken = new ServerSocket(0, 1, loopback(1));
                var other = LocalDynamoDb.inMemory()) {
            assertThatThrownBy(() -> other.serve(taken.getLocalPort()))
                    .isInstanceOf(LocalDynamoDbException.class)
                    .hasMessageContainingAll(String.valueOf(taken.getLocalPort()), "pagetrack.dynamodbPort");
            assertThat(other.serve(0)).isPositive();
        }
    }

    @Test
    void servesOnlyOnOnePort() {
        assertThatThrownBy(() -> local.serve(0))
                .isInstanceOf(LocalDynamoDbException.class)
                .hasMessageContaining(String.valueOf(port));
    }

    @Test
    void releasesThePortWhenItIsClosed() throws IOException {
        local.close();
        new ServerSocket(port, 1, loopback(1)).close();
    }

    private static InetAddress loopback(int number) throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) number});
    }
}
