package dev.pagetrack.table.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.ItemSize;
import dev.pagetrack.table.item.Layout;
import dev.pagetrack.table.item.TableConnection;
import dev.pagetrack.table.item.TableSettings;
import dev.pagetrack.table.testing.Clients;
import dev.pagetrack.table.testing.Faults;
import dev.pagetrack.table.testing.TestTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Reads an {@code INDEX} partition of several megabytes: with few queries, and completely. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexQueriesTest {

    private static final int PAGES = 6_000;

    /** The maximum size of a response of DynamoDB. */
    private static final long MEGABYTE = 1 << 20;

    private final TestTable test = new TestTable();
    private long bytes;

    @BeforeAll
    void fillIndex() {
        var items = new ArrayList<Map<String, AttributeValue>>();
        for (int page = 0; page < PAGES; page++) {
            var item = new HashMap<>(
                    new Attributes(Optional.empty()).index("blog/" + "long/".repeat(100) + "article-" + page + "/"));
            item.put(Attributes.VIEWS, Attributes.number(page + 1));
            item.put(Attributes.FIRST, Attributes.number(1_662_606_144L));
            item.put(Attributes.LAST, Attributes.number(1_777_810_659L));
            bytes += ItemSize.of(item);
            items.add(item);
        }
        test.open().batchWriter().put(items);
    }

    @AfterAll
    void close() {
        test.close();
    }

    @Test
    void readsAtLeastAMegabyteWithEachQuery() {
        var table = test.as(test.client(), Optional.empty());
        var totals = table.totals("");
        assertThat(totals).hasSize(PAGES);
        assertThat(totals.values().stream().mapToLong(PageTotal::views).sum()).isEqualTo(PAGES * (PAGES + 1L) / 2);
        assertThat(bytes).isGreaterThan(3 * MEGABYTE);
        assertThat(table.queryCost().requests()).isLessThanOrEqualTo((bytes + MEGABYTE - 1) / MEGABYTE);
    }

    @Test
    void stopsWhenNoMoreTotalsAreWanted() {
        var table = test.as(test.client(), Optional.empty());
        var seen = new ArrayList<String>();
        table.totals("blog/", "", (page, total) -> seen.add(page) && seen.size() < 10);
        assertThat(seen).hasSize(10);
        assertThat(table.queryCost().requests()).isEqualTo(1);
    }

    /**
     * Returns a table whose layout is set. The call that detects a layout is not repeated, so that a build soon fails
     * if AWS cannot be reached.
     */
    private static PageTrackTable withKnownLayout(DynamoDbClient client) {
        var settings = new TableSettings(TableSettings.DEFAULT_NAME, Optional.empty(), Optional.of(Layout.PAGETRACK));
        return new PageTrackTable(TableConnection.of(client), settings, TestTable.BACKOFF);
    }

    @Test
    void repeatsQueriesThatAreThrottled() {
        int port = test.serve();
        var faults = Faults.of(request -> DynamoDbException.builder()
                .message("slow down")
                .statusCode(400)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("ProvisionedThroughputExceededException")
                        .errorMessage("slow down")
                        .build())
                .build());
        try (var client = Clients.withoutRetries(port, faults)) {
            assertThat(withKnownLayout(client).totals("")).hasSize(PAGES);
        }
        assertThat(faults.thrown()).isPositive();
    }
}
