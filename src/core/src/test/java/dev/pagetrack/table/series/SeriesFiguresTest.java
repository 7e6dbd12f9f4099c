package dev.pagetrack.table.series;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.figures.DailyViews;
import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Layout;
import dev.pagetrack.table.item.TableConnection;
import dev.pagetrack.table.item.TableSettings;
import dev.pagetrack.table.testing.Clients;
import dev.pagetrack.table.testing.Faults;
import dev.pagetrack.table.testing.OneFault;
import dev.pagetrack.table.testing.SeriesTable;
import dev.pagetrack.table.testing.TestTable;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Reads the layouts of the series from items as its functions write them. */
class SeriesFiguresTest {

    /** 2022-09-08T03:02:24Z. */
    private static final long SECOND = 1_662_606_144L;

    private static final long DAY = 86_400;
    private static final YearMonth SEPTEMBER = YearMonth.of(2022, 9);
    private static final String SCRUM = "blog/articles/2021-11-16-Understanding-Scrum/";
    private static final String BACKLOG = "blog/articles/2018-11-28-backlog-priorities/";

    private TestTable test;

    @BeforeEach
    void createTable() {
        test = new TestTable();
    }

    @AfterEach
    void closeTable() {
        test.close();
    }

    @Test
    void recognisesEachLayoutWithFewReads() {
        article().views(SCRUM, SECOND);
        production().views(SCRUM, SECOND);
        try (var ledger = site("ours").ledger()) {
            ledger.write(TestTable.views("a/", SECOND, 1));
        }
        SeriesTable.production(test.client(), "Counted").counters(SCRUM, "202209", Map.of("D08", 1L));
        assertThat(site(null).layout()).isEqualTo(Layout.ARTICLE);
        assertThat(site("Richard").layout()).isEqualTo(Layout.PRODUCTION);
        assertThat(site("ours").layout()).isEqualTo(Layout.PAGETRACK);
        assertThat(site("Counted").layout()).isEqualTo(Layout.PRODUCTION);
        assertThat(site("new").layout()).isEqualTo(Layout.PAGETRACK);
    }

    @Test
    void usesTheConfiguredLayout() {
        article().views(SCRUM, SECOND);
        var forced = new PageTrackTable(
                TableConnection.of(test.client()),
                new TableSettings("PageTrackTable", Optional.empty(), Optional.of(Layout.PAGETRACK)),
                TestTable.BACKOFF);
        assertThat(forced.totals("")).isEmpty();
        assertThatThrownBy(() -> new TableSettings("PageTrackTable", Optional.empty(), Optional.of(Layout.PRODUCTION)))
                .hasMessageContaining("name it with <siteId>");
    }

    @Test
    void readsTheArticleLayout() {
        article().views(SCRUM, SECOND, SECOND + 1, SECOND + 30 * DAY).views(BACKLOG, SECOND + DAY);
        var table = site(null);
        assertThat(table.totals(""))
                .containsExactly(
                        Map.entry(BACKLOG, total(1, SECOND + DAY, SECOND + DAY)),
                        Map.entry(SCRUM, total(3, SECOND, SECOND + 30 * DAY)));
        assertThat(table.month(SEPTEMBER)).containsExactly(Map.entry(BACKLOG, day(9, 1)), Map.entry(SCRUM, day(8, 2)));
        assertThat(table.month(YearMonth.of(2022, 8))).isEmpty();
        assertThat(table.totals("blog/articles/2018")).containsOnlyKeys(BACKLOG);
        assertThat(table.totals(List.of(SCRUM, "elsewhere/"))).containsOnlyKeys(SCRUM);
        assertThat(table.months(List.of(SCRUM), List.of(SEPTEMBER))).containsExactly(Map.entry(SEPTEMBER, day(8, 2)));
    }

    @Test
    void passesTotalsToAVisitor() {
        article().views("a/", SECOND).views("b/", SECOND).views("c/", SECOND);
        var seen = new ArrayList<String>();
        double units = site(null).totals("", "a/", (page, total) -> seen.add(page + total.views()) && seen.size() < 1);
        assertThat(seen).containsExactly("b/1");
        assertThat(units).isEqualTo(2);
    }

    @Test
    void doesNotCountClicksOnShareButtons() {
        production().views(SCRUM, SECOND, SECOND + 1).share(SCRUM, SECOND + 2);
        assertThat(site("Richard").totals("")).containsExactly(Map.entry(SCRUM, total(2, SECOND, SECOND + 1)));
    }

    @Test
    void readsPartitionsOfMoreThanOneMegabyte() {
        article().views(SCRUM, LongStream.range(SECOND, SECOND + 6000).toArray());
        assertThat(requireNonNull(site(null).totals("").get(SCRUM)).views()).isEqualTo(6000);
    }

    @Test
    void prefersRawViewsToCounters() {
        production().views(SCRUM, SECOND).counters(SCRUM, "202209", Map.of("D08", 3L));
        assertThat(requireNonNull(site("Richard").totals("").get(SCRUM)).views())
                .isEqualTo(1);
    }

    @Test
    void usesCountersIfRawViewsHaveExpired() {
        production()
                .views(SCRUM, SECOND, SECOND + 1)
                .views(BACKLOG)
                .counters(SCRUM, "202207", Map.of("D30", 4L, "D31", 2L))
                .counters(SCRUM, "202209", Map.of("D01", 5L, "D08", 7L, "D09", 100L))
                .counters(BACKLOG, "202208", Map.of("D02", 3L))
                .counters("blog/Gone/", "202208", Map.of("D02", 1L));
        var table = site("Richard");
        assertThat(table.totals(""))
                .containsOnlyKeys(BACKLOG, SCRUM, "blog/gone/")
                .containsEntry(BACKLOG, total(3, second("2022-08-02T00:00:00Z"), second("2022-08-02T23:59:59Z")))
                .hasEntrySatisfying(SCRUM, total -> assertThat(total.views()).isEqualTo(4 + 2 + 5 + 7));
        assertThat(requireNonNull(table.month(SEPTEMBER).get(SCRUM)).on(8)).isEqualTo(7);
        assertThat(requireNonNull(table.month(SEPTEMBER).get(SCRUM)).on(9)).isZero();
        assertThat(requireNonNull(table.month(YearMonth.of(2022, 7)).get(SCRUM)).on(31))
                .isEqualTo(2);
    }

    @Test
    void countsViewsWithoutADayOnTheFirstOfTheMonth() {
        var production = production();
        production.views(SCRUM, SECOND).counters(SCRUM, "202207", Map.of("D30", 4L));
        test.client()
                .updateItem(add -> add.tableName("PageTrackTable")
                        .key(Map.of(
                                "UserPages", Attributes.text("Richard"), "SortKey", Attributes.text("PAGES#202207")))
                        .updateExpression("ADD #page :more")
                        .expressionAttributeNames(Map.of("#page", SeriesKeys.lowerCase(SCRUM)))
                        .expressionAttributeValues(Map.of(":more", Attributes.number(2))));
        var july = site("Richard").month(YearMonth.of(2022, 7)).get(SCRUM);
        assertThat(requireNonNull(july).on(1)).isEqualTo(2);
        assertThat(july.on(30)).isEqualTo(4);
    }

    @Test
    void namesPagesLikePagetracksLayout() {
        article().views("blog/caf%25C3%25A9/", SECOND).views("100%/", SECOND);
        assertThat(site(null).totals("")).containsOnlyKeys("blog/café/", "100%25/");
    }

    @Test
    void retriesAfterThrottling() {
        article().views(SCRUM, SECOND).views(BACKLOG, SECOND);
        var faults = Faults.of(request -> DynamoDbException.builder()
                .message("slow down")
                .statusCode(400)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("ThrottlingException")
                        .errorMessage("slow down")
                        .build())
                .build());
        int port = test.serve();
        try (var client = Clients.withoutRetries(port, faults)) {
            var settings = new TableSettings("PageTrackTable", Optional.empty(), Optional.of(Layout.ARTICLE));
            assertThat(new PageTrackTable(TableConnection.of(client), settings, TestTable.BACKOFF).totals(""))
                    .hasSize(2);
        }
        assertThat(faults.thrown()).isPositive();
    }

    @Test
    void readsUnprocessedKeysAgain() {
        production().views(SCRUM, SECOND).counters(SCRUM, "202207", Map.of("D30", 4L));
        test.write(TestTable.views("ours/", SECOND, 3));
        int port = test.serve();
        var fault = new OneFault(OneFault.Kind.UNPROCESSED, 0, false);
        try (var client = Clients.withoutRetries(port, fault)) {
            assertThat(requireNonNull(test.as(client, Optional.of("Richard"))
                                    .totals("")
                                    .get(SCRUM))
                            .views())
                    .isEqualTo(5);
        }
        assertThat(fault.wasReached()).isTrue();
        var other = new OneFault(OneFault.Kind.UNPROCESSED, 0, false);
        try (var client = Clients.withoutRetries(port, other)) {
            assertThat(test.as(client, Optional.empty()).totals(List.of("ours/")))
                    .hasSize(1);
        }
        assertThat(other.wasReached()).isTrue();
    }

    @Test
    void givesUpIfThrottlingDoesNotEnd() {
        article().views(SCRUM, SECOND);
        int port = test.serve();
        try (var client = Clients.withoutRetries(port, new OneFault(OneFault.Kind.THROTTLED, 4, true))) {
            assertThatThrownBy(() -> test.as(client, Optional.empty()).totals(""))
                    .hasMessageStartingWith(
                            "the table stays too busy: reading items of PageTrackTable failed 21 times");
        }
    }

    private SeriesTable article() {
        return SeriesTable.article(test.client());
    }

    private SeriesTable production() {
        return SeriesTable.production(test.client(), "Richard");
    }

    private PageTrackTable site(@Nullable String siteId) {
        return test.as(test.client(), Optional.ofNullable(siteId));
    }

    private static PageTotal total(long views, long first, long last) {
        return new PageTotal(views, Instant.ofEpochSecond(first), Instant.ofEpochSecond(last));
    }

    private static DailyViews day(int day, long views) {
        var days = new long[31];
        days[day - 1] = views;
        return DailyViews.of(days);
    }

    private static long second(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }
}
