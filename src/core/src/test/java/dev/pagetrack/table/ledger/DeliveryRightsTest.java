package dev.pagetrack.table.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.ingest.DeliveryIngestion;
import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.TestLogs;
import dev.pagetrack.table.testing.Clients;
import dev.pagetrack.table.testing.TestTable;
import dev.pagetrack.view.ViewPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** The operations that the ingest function calls. Its role must allow them; DynamoDB Local allows everything. */
class DeliveryRightsTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    /**
     * The operations that the role allows, and {@code Query}, without which the function works, too. A transaction
     * needs the permissions of the writes in it.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html">IAM and
     *     transactions</a>
     */
    private static final Set<String> ALLOWED =
            Set.of("BatchGetItem", "GetItem", "PutItem", "UpdateItem", "TransactWriteItems", "Query");

    private static final String FIELDS =
            "#Fields: date time cs-method cs-uri-stem sc-status cs(User-Agent) x-edge-request-id";
    private static final String LINE = "2026-05-03\t12:17:39\tGET\t/a/\t200\tMozilla/5.0%%20Firefox/122.0\t%s";

    private static final class Operations implements ExecutionInterceptor {

        private final Set<String> names = new ConcurrentSkipListSet<>();

        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            names.add(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
        }
    }

    @Test
    void neitherDeletesNorScansNorWritesInBatches() {
        var operations = new Operations();
        try (var test = new TestTable();
                var client = Clients.at(test.serve(), operations)) {
            var ingestion = new DeliveryIngestion(test.as(client, Optional.empty()), ViewPolicy.DEFAULT);
            ingestion.run(List.of(log("a", "1"), log("b", "2")), LONG);
            var report = ingestion.run(List.of(log("a", "1"), log("c", "1")), LONG);
            assertThat(report.written().known()).isEqualTo(1);
            assertThat(test.items("OBJECT#test")).hasSize(3);
            var noView = TestLogs.of("d", FIELDS, LINE.formatted("1").replace("\t200\t", "\t404\t"));
            assertThat(ingestion.run(List.of(noView), LONG).written())
                    .as("a log without views costs its marker")
                    .isEqualTo(new LedgerReport(0, 0, 1));
        }
        assertThat(operations.names).contains("TransactWriteItems", "PutItem").isSubsetOf(ALLOWED);
    }

    private static LogObject log(String name, String id) {
        return TestLogs.of(name, FIELDS, LINE.formatted(id));
    }
}
