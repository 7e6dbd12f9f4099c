package dev.pagetrack.table.ledger;

import static dev.pagetrack.table.testing.TestTable.views;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.table.item.TableException;
import dev.pagetrack.table.testing.Faults;
import dev.pagetrack.table.testing.TestTable;
import dev.pagetrack.view.View;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Tests with errors that DynamoDB Local never returns. Interceptors of a real client cause them before or after real
 * calls.
 */
class LedgerFaultsTest {

    private static final List<View> VIEWS = all();

    private TestTable test;
    private int port;

    @BeforeEach
    void createTable() {
        test = new TestTable();
        port = test.serve();
    }

    @AfterEach
    void closeTable() {
        test.close();
    }

    @Test
    void countsOnceWhenRepliesAreLostAfterTheCommit() {
        assertSameTable(Faults.lostReplies());
    }

    @Test
    void countsOnceWhenRequestsAreLost() {
        assertSameTable(Faults.of(
                request -> SdkClientException.create("connection reset", new SocketException("connection reset"))));
    }

    @Test
    void repeatsAfterConflicts() {
        assertSameTable(Faults.ofTransactions(LedgerFaultsTest::conflict));
    }

    @Test
    void repeatsAfterThrottling() {
        assertSameTable(
                Faults.of(request -> serviceFailure(400, "ProvisionedThroughputExceededException", "slow down")));
    }

    @Test
    void repeatsReadsAndWritesAfterTheSdkHasGivenUpOnThrottling() {
        var faults = Faults.of(request -> serviceFailure(400, "ThrottlingException", "slow down"));
        assertSameTable(faults, client(faults, 1));
    }

    @Test
    void repeatsAfterServerErrors() {
        assertSameTable(Faults.of(request -> serviceFailure(500, "InternalServerError", "oops")));
    }

    @Test
    void givesUpOnAConflictThatDoesNotEndAndSaysWhatToDo() {
        try (var client =
                        client(Faults.ofTransactions(LedgerFaultsTest::conflict).withoutEnd());
                var ledger = test.as(client, Optional.empty()).ledger()) {
            assertThatThrownBy(() -> ledger.write(VIEWS))
                    .isInstanceOf(TableException.class)
                    .hasMessageStartingWith("the table stays too busy: writing views failed 21 times")
                    .hasMessageEndingWith("What was written is consistent; run it again to write the rest.");
        }
        assertThat(test.items()).isEmpty();
    }

    @Test
    void givesUpIfAFailedConditionNeverReturnsTheBounds() {
        var faults = Faults.ofTransactions(request -> cancelled(request, "ConditionalCheckFailed", "no"))
                .withoutEnd();
        try (var client = client(faults);
                var ledger = test.as(client, Optional.empty()).ledger()) {
            assertThatThrownBy(() -> ledger.write(VIEWS))
                    .isInstanceOf(TableException.class)
                    .hasMessageStartingWith("the table stays too busy: writing views failed 21 times");
        }
    }

    @Test
    void saysThatTheTableIsTooBusy() {
        var faults = Faults.of(request -> serviceFailure(400, "ThrottlingException", "slow down"))
                .withoutEnd();
        try (var client = client(faults)) {
            var table = test.as(client, Optional.empty());
            assertThatThrownBy(() -> table.totals(""))
                    .hasMessage("table 'PageTrackTable' is too busy: ThrottlingException: slow down. Try again later.");
        }
    }

    @Test
    void saysWhyATransactionWasRefused() {
        var faults = Faults.ofTransactions(
                        request -> cancelled(request, "ValidationError", "An operand has an incorrect data type"))
                .withoutEnd();
        try (var client = client(faults);
                var ledger = test.as(client, Optional.empty()).ledger()) {
            assertThatThrownBy(() -> ledger.write(VIEWS))
                    .isInstanceOf(TableException.class)
                    .hasMessage(
                            "DynamoDB refuses the call to table 'PageTrackTable': ValidationError: An operand has an"
                                    + " incorrect data type. Check that <table> (pagetrack.table) was created by pagetrack.");
        }
    }

    @Test
    void saysWhatWasNotPermitted() {
        var faults = Faults.of(request -> serviceFailure(
                        400, "AccessDeniedException", "User: x is not authorized to perform: dynamodb:PutItem"))
                .withoutEnd();
        try (var client = client(faults);
                var ledger = test.as(client, Optional.empty()).ledger()) {
            assertThatThrownBy(() -> ledger.write(VIEWS))
                    .hasMessage(
                            "DynamoDB refuses the call to table 'PageTrackTable': AccessDeniedException: User: x is not"
                                    + " authorized to perform: dynamodb:PutItem. Check <profile> (pagetrack.profile) and its permissions.");
        }
    }

    private void assertSameTable(Faults faults) {
        assertSameTable(faults, client(faults));
    }

    private void assertSameTable(Faults faults, DynamoDbClient breaking) {
        List<String> expected;
        try (var clean = new TestTable();
                var ledger = clean.table().ledger()) {
            ledger.write(VIEWS);
            expected = clean.items();
        }
        try (breaking;
                var ledger = test.as(breaking, Optional.empty()).ledger()) {
            ledger.write(VIEWS);
        }
        assertThat(faults.thrown()).as("faults").isEqualTo(Faults.MAX_FAULTS);
        assertThat(test.items()).isEqualTo(expected);
    }

    private static List<View> all() {
        var views = new ArrayList<View>();
        for (int page = 0; page < 8; page++) {
            views.addAll(views("p" + page + "/", 1777810659L, 150));
        }
        return views;
    }

    private static RuntimeException conflict(SdkRequest request) {
        return cancelled(request, "TransactionConflict", "conflict");
    }

    private static RuntimeException cancelled(SdkRequest request, String code, String message) {
        var none = CancellationReason.builder().code("None").build();
        var cause = CancellationReason.builder().code(code).message(message).build();
        return TransactionCanceledException.builder()
                .message("cancelled")
                .statusCode(400)
                .awsErrorDetails(details("TransactionCanceledException", "cancelled"))
                .cancellationReasons(((TransactWriteItemsRequest) request)
                        .transactItems().stream()
                                .map(item -> item.update() == null ? none : cause)
                                .toList())
                .build();
    }

    private static RuntimeException serviceFailure(int status, String code, String message) {
        return DynamoDbException.builder()
                .message(message)
                .statusCode(status)
                .awsErrorDetails(details(code, message))
                .build();
    }

    private static AwsErrorDetails details(String code, String message) {
        return AwsErrorDetails.builder().errorCode(code).errorMessage(message).build();
    }

    private DynamoDbClient client(Faults faults) {
        return client(faults, Faults.MAX_FAULTS + 1);
    }

    private DynamoDbClient client(Faults faults, int attempts) {
        return DynamoDbClient.builder()
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
                .endpointOverride(URI.create("http://localhost:" + port))
                .httpClient(faults.losingReplies(UrlConnectionHttpClient.create()))
                .overrideConfiguration(override -> override.addExecutionInterceptor(faults)
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(attempts)
                                .backoffStrategy(BackoffStrategy.retryImmediately())
                                .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                                .build()))
                .build();
    }
}
