package dev.pagetrack.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1:8000", "[::1]", "LOCALHOST\r\nOrigin: http://localhost:3000"})
    void answersUnderTheNamesOfThisMachine(String host) throws IOException {
        NotesTable.create(local.client());
        assertThat(listTables(host)).startsWith("HTTP/1.1 200 ").contains(NotesTable.TABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "evil.example, 421",
        "evil.example:8000, 421",
        "localhost.evil.example, 421",
        "127.0.0.1.evil.example, 421",
        "'localhost\r\nOrigin: https://evil.example', 403",
        "'localhost\r\nOrigin: null', 403",
        "'localhost\r\nOrigin: http://localhost.evil.example', 403",
    })
    void refusesWhatPagesOfOtherSitesSend(String host, int status) throws IOException {
        NotesTable.create(local.client());
        assertThat(listTables(host))
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("is not this machine", "http://localhost")
                .doesNotContain(NotesTable.TABLE, "Access-Control");
        assertThat(sent("OPTIONS / HTTP/1.1\r\nHost: " + host
                        + "\r\nAccess-Control-Request-Headers: x-amz-target\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 " + status + " ")
                .doesNotContain("Access-Control");
    }

    private String listTables(String host) throws IOException {
        return sent("POST / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\nContent-Length: 2\r\n"
                + "Content-Type: application/x-amz-json-1.0\r\nX-Amz-Target: DynamoDB_20120810.ListTables\r\n"
                + "Authorization: AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request,"
                + " SignedHeaders=host, Signature=0\r\n\r\n{}");
    }

    private String sent(String request) throws IOException {
        try (var socket = new Socket(loopback(1), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
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
