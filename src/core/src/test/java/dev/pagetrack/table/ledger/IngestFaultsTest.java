package dev.pagetrack.table.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.pagetrack.ingest.IngestSettings;
import dev.pagetrack.ingest.Ingestion;
import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.TestLogs;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.item.TableException;
import dev.pagetrack.table.testing.OneFault;
import dev.pagetrack.table.testing.OneFault.Kind;
import dev.pagetrack.table.testing.TestTable;
import dev.pagetrack.view.ViewPolicy;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Runs a whole ingestion with one fault, at each of its calls in turn, and with a fault that does not end. */
class IngestFaultsTest {

    private static final List<LogObject> LOGS = List.of(log("one", 0, 70), log("two", 35, 105));

    @ParameterizedTest
    @EnumSource
    void leavesTheSameTableWhicheverCallFails(Kind kind) {
        // Only a few calls of an ingestion can conflict or be processed in part.
        assertThat(leavesTheSameTable(kind, false))
                .isGreaterThan(kind == Kind.CONFLICT || kind == Kind.UNPROCESSED ? 2 : 8);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CONFLICT")
    void leavesTheSameTableWhicheverCallOfABackFillFails(Kind kind) {
        assertThat(leavesTheSameTable(kind, true)).isGreaterThan(kind == Kind.UNPROCESSED ? 4 : 20);
    }

    /** Ingests with the fault at the first call, then at the second, and so on. Returns the number of runs. */
    private static int leavesTheSameTable(Kind kind, boolean bulk) {
        var clean = clean(bulk);
        int calls = 0;
        for (boolean wasReached = true; wasReached; calls++) {
            try (var test = new TestTable()) {
                var fault = new OneFault(kind, calls, false);
                ingest(test, test.serve(), fault, bulk);
                wasReached = fault.wasReached();
                assertThat(items(test)).as("fault at call " + calls).isEqualTo(clean);
            }
        }
        return calls;
    }

    /**
     * The fault begins at the first call, then at the second, and so on. Calls whose response is lost were done, so not
     * these.
     */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LOST_AFTER")
    void failsOnAFaultThatDoesNotEndAndAnotherRunDoesTheRest(Kind kind) {
        var clean = clean(false);
        for (int from = 0; true; from++) {
            var fault = new OneFault(kind, from, true);
            try (var test = new TestTable()) {
                int port = test.serve();
                var failure = catchThrowable(() -> ingest(test, port, fault, false));
                if (failure == null) {
                    assertThat(fault.wasReached()).isFalse();
                    assertThat(from).isPositive();
                    return;
                }
                assertThat(failure)
                        .isInstanceOf(TableException.class)
                        .message()
                        .containsAnyOf(
                                "What was written is consistent; run it again",
                                "is too busy: ",
                                "cannot be reached",
                                "the call to table 'PageTrackTable' failed");
                long views = test.items("INDEX").stream()
                        .mapToLong(item -> Long.parseLong(item.replaceAll(".* Views=(\\d+)", "$1")))
                        .sum();
                assertThat(test.items().stream().filter(item -> item.startsWith("p")))
                        .hasSize((int) views);
                ingest(test, port, new OneFault(kind, Integer.MAX_VALUE, false), false);
                assertThat(items(test)).isEqualTo(clean);
            }
        }
    }

    private static List<String> clean(boolean bulk) {
        try (var test = new TestTable()) {
            ingestion(test.table(), bulk).run(LOGS);
            return items(test);
        }
    }

    /**
     * Returns the items without the number of rebuilds. It only tells builds to read months again, and a rebuild whose
     * response is lost is counted twice.
     */
    private static List<String> items(TestTable test) {
        return test.items().stream()
                .map(item -> item.replaceFirst(" Rebuilds=[0-9]+", ""))
                .toList();
    }

    private static void ingest(TestTable test, int port, OneFault fault, boolean bulk) {
        try (var client = client(port, fault)) {
            ingestion(test.as(client, Optional.empty()), bulk).run(LOGS);
        }
    }

    private static Ingestion ingestion(PageTrackTable table, boolean bulk) {
        return new Ingestion(table, new IngestSettings(ViewPolicy.DEFAULT, Optional.empty(), bulk), Clock.systemUTC());
    }

    private static DynamoDbClient client(int port, OneFault fault) {
        return DynamoDbClient.builder()
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
                .endpointOverride(URI.create("http://localhost:" + port))
                .httpClient(fault.losingReplies(UrlConnectionHttpClient.create()))
                .overrideConfiguration(override -> override.addExecutionInterceptor(fault)
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(4)
                                .backoffStrategy(BackoffStrategy.retryImmediately())
                                .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                                .build()))
                .build();
    }

    private static LogObject log(String name, int from, int to) {
        var text = new StringBuilder(
                "#Fields: date time cs-method cs-uri-stem sc-status cs(User-Agent) x-edge-request-id\n");
        for (int i = from; i < to; i++) {
            text.append("2026-05-03\t12:17:" + (10 + i % 50) + "\tGET\t/p" + i % 4
                    + "/\t200\tMozilla/5.0%20Firefox/122.0\tid-" + i + "\n");
        }
        return TestLogs.of(name, text.toString().getBytes(UTF_8));
    }
}
