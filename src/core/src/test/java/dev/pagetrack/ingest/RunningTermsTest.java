package dev.pagetrack.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.Rejection;
import dev.pagetrack.log.TestLogs;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.item.TableConnection;
import dev.pagetrack.table.item.TableException;
import dev.pagetrack.table.item.TableSettings;
import dev.pagetrack.table.rebuild.RebuildSettings;
import dev.pagetrack.table.site.ForgetRule;
import dev.pagetrack.table.site.ForgetRules;
import dev.pagetrack.table.site.Retention;
import dev.pagetrack.table.site.RunningTerms;
import dev.pagetrack.table.site.SiteAgreement;
import dev.pagetrack.table.testing.Clients;
import dev.pagetrack.table.testing.MovableClock;
import dev.pagetrack.table.testing.OnFirst;
import dev.pagetrack.table.testing.TestTable;
import dev.pagetrack.view.ViewPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What all runs of a site agree on changes while one of them is running. */
class RunningTermsTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final LogObject LOG =
            TestLogs.of("one", LogBytes.views(300, 5, 1).getBytes(UTF_8));
    private static final LogObject SAME =
            TestLogs.of("the same under another name", (LogBytes.views(300, 5, 1) + "\n").getBytes(UTF_8));
    private static final SiteAgreement.Wanted NOTHING = new SiteAgreement.Wanted(Optional.empty(), Map.of());

    private final MovableClock clock = new MovableClock(NOW);
    private TestTable test;

    @BeforeEach
    void createTable() {
        test = new TestTable();
    }

    @AfterEach
    void closeTable() {
        test.close();
    }

    /** The raw views that prove that views were counted must not expire before the run knows the retention. */
    @Test
    void countsNoViewTwiceIfRawViewsBeginToExpireMeanwhile() {
        ingest(test.client(), LOG);
        var stamp = new OnFirst("TransactWriteItems", () -> {
            test.at(clock).maintenance().changeRetention(Optional.of(new Retention(7)), clock);
            test.expire(clock.instant());
        });
        int port = test.serve();
        try (var client = Clients.at(port, stamp)) {
            try {
                ingest(client, SAME);
            } catch (TableException e) {
                assertThat(e).hasMessageContaining("another process changed the retention");
            }
        }
        assertThat(stamp.hasHappened()).isTrue();
        assertThat(views()).isEqualTo(300);
        clock.moveOn(Duration.ofDays(3));
        test.expire(clock.instant());
        ingest(test.client(), SAME, TestLogs.of("again", LogBytes.gzip(LogBytes.views(300, 5, 1))));
        assertThat(views()).isEqualTo(300);
    }

    @Test
    void endsBeforeTheNextBatchIfTheTermsHaveChanged() {
        var terms = test.table().terms(test.table().agree(NOTHING), clock);
        assertThatCode(terms::check).doesNotThrowAnyException();
        test.table().maintenance().changeRetention(Optional.of(new Retention(30)), clock);
        assertThatCode(terms::checkIfDue).doesNotThrowAnyException();
        assertThatThrownBy(terms::check)
                .isInstanceOf(TableException.class)
                .hasMessage(
                        "the ingestion was stopped: another process changed the retention, the cut-over or the forgotten"
                                + " views of this site. The table is consistent. Run the same command again to continue.");
    }

    @Test
    void doesNotBeginOnTermsThatHaveChangedSinceTheyWereAgreedOn() {
        var agreement = test.table().agree(NOTHING);
        test.table().maintenance().changeRetention(Optional.of(new Retention(30)), clock);
        assertThatThrownBy(() -> test.table().terms(agreement, clock))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("another process changed the retention");
    }

    /** Each of these runs has several batches, and the terms change during the first one. */
    @ParameterizedTest
    @ValueSource(strings = {"goal", "bulk", "function"})
    void isStoppedBetweenItsBatches(String kind) {
        var change = new OnFirst(
                kind.equals("bulk") ? "BatchWriteItem" : "TransactWriteItems",
                () -> test.at(clock).maintenance().changeRetention(Optional.of(new Retention(365)), clock));
        int port = test.serve();
        try (var client = Clients.at(port, change)) {
            assertThat(failureOf(kind, test.as(client, Optional.empty())))
                    .contains("another process changed the retention");
        }
        assertThat(change.hasHappened()).isTrue();
        ingest(test.client(), LOG);
        test.table().maintenance().rebuild(new RebuildSettings(false, Optional.empty()));
        assertThat(views()).isEqualTo(300);
    }

    /** One batch can take longer than a minute. */
    @ParameterizedTest
    @ValueSource(strings = {"goal", "bulk"})
    void isStoppedWithinABatchThatTakesLong(String kind) {
        var change = new OnFirst(kind.equals("bulk") ? "BatchWriteItem" : "TransactWriteItems", () -> {
            test.at(clock).maintenance().changeRetention(Optional.of(new Retention(365)), clock);
            clock.moveOn(RunningTerms.RECHECK);
        });
        int port = test.serve();
        try (var client = Clients.at(port, change)) {
            var table = test.as(client, Optional.empty());
            var log = TestLogs.of("large", LogBytes.views(9000, 5, 1).getBytes(UTF_8));
            var settings = new IngestSettings(ViewPolicy.DEFAULT, Optional.empty(), kind.equals("bulk"));
            assertThatThrownBy(() -> new Ingestion(table, settings, clock, 9000, 9000, 1).run(List.of(log)))
                    .isInstanceOf(TableException.class)
                    .hasMessageContaining("another process changed the retention");
        }
    }

    /** A bulk ingestion that takes long must not be taken for dead. */
    @Test
    void renewsTheNoteOfABulkIngestionWhileItWrites() {
        var renewed = new ArrayList<Instant>();
        var slow = new OnFirst("BatchWriteItem", 60, () -> {
            clock.moveOn(Duration.ofMinutes(5));
            test.table().maintenance().openNotes().forEach(note -> renewed.add(note.renewed()));
        });
        var later = new OnFirst(
                "BatchWriteItem",
                300,
                () -> test.table().maintenance().openNotes().forEach(note -> renewed.add(note.renewed())));
        int port = test.serve();
        try (var client = Clients.at(port, slow, later)) {
            var table = new PageTrackTable(
                    TableConnection.of(client),
                    new TableSettings(TableSettings.DEFAULT_NAME, Optional.empty()),
                    TestTable.BACKOFF,
                    clock);
            var log = TestLogs.of("large", LogBytes.views(9000, 5, 1).getBytes(UTF_8));
            new Ingestion(table, new IngestSettings(ViewPolicy.DEFAULT, Optional.empty(), true), clock)
                    .run(List.of(log));
        }
        assertThat(renewed).containsExactly(NOW, NOW.plus(Duration.ofMinutes(5)));
    }

    private String failureOf(String kind, PageTrackTable table) {
        var settings = new IngestSettings(ViewPolicy.DEFAULT, Optional.empty(), kind.equals("bulk"));
        if (kind.equals("function")) {
            var other = TestLogs.of("two", LogBytes.views(100, 5, 2).getBytes(UTF_8));
            var run = new DeliveryRun(table, settings, clock, 50);
            run.ingest(List.of(LOG, other));
            return run.report(List.of(LOG, other)).objects().get(1).result().toString();
        }
        try {
            new Ingestion(table, settings, clock, 50, 10, 2).run(List.of(LOG));
            return "";
        } catch (TableException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void readsTheTermsAgainEachMinute() {
        var terms = test.table().terms(test.table().agree(NOTHING), clock);
        new ForgetRules(test.open()).add(new ForgetRule(List.of("x"), Instant.EPOCH, NOW));
        clock.moveOn(Duration.ofSeconds(59));
        assertThatCode(terms::checkIfDue).doesNotThrowAnyException();
        clock.moveOn(Duration.ofSeconds(1));
        assertThatThrownBy(terms::checkIfDue).isInstanceOf(TableException.class);
    }

    @Test
    void goesOnIfOtherRunsOnlyChangeWhatNoRunDependsOn() {
        var terms = test.table().terms(test.table().agree(NOTHING), clock);
        test.table().agree(new SiteAgreement.Wanted(Optional.empty(), Map.of("hosts", "other")));
        test.table().maintenance().markRebuildPending();
        assertThatCode(terms::check).doesNotThrowAnyException();
    }

    /** After a day, raw views of views that were young enough at the start may have expired. */
    @Test
    void endsAfterADayIfRawViewsExpire() {
        var forEver = test.table().terms(test.table().agree(NOTHING), clock);
        var wanted = new SiteAgreement.Wanted(Optional.of(new Retention(30)), Map.of());
        var terms = test.as(test.client(), Optional.of("other"))
                .terms(test.as(test.client(), Optional.of("other")).agree(wanted), clock);
        clock.moveOn(Duration.ofDays(1));
        assertThatCode(terms::check).doesNotThrowAnyException();
        clock.moveOn(Duration.ofSeconds(1));
        assertThatCode(forEver::check).doesNotThrowAnyException();
        assertThatThrownBy(terms::check).hasMessageContaining("it has been running for more than a day");
    }

    @Test
    void countsNoViewThatTheOwnerTookOut() {
        new ForgetRules(test.open())
                .add(new ForgetRule(List.of("p1*/"), Instant.parse("2026-05-01T00:00:00Z"), NOW.plusSeconds(1)));
        var report = ingest(test.client(), LOG);
        long forgotten =
                requireNonNull(report.rejected().get(Rejection.FORGOTTEN)).lines();
        assertThat(forgotten).isPositive();
        assertThat(report.counted() + forgotten).isEqualTo(300);
        assertThat(test.table().totals("p1")).isEmpty();
        assertThat(views()).isEqualTo(report.counted());
    }

    @Test
    void rejectsLinesOfAnImpossibleTime() {
        var log = new StringBuilder();
        for (var time : List.of(
                "01/Jan/1970:00:00:07 +0000",
                "30/Apr/1996:23:59:59 +0000",
                "01/May/1996:00:00:00 +0000",
                "02/Jun/2026:12:00:00 +0000",
                "02/Jun/2026:12:00:01 +0000",
                "31/Dec/9999:23:59:59 +0000")) {
            log.append("203.0.113.5 - - [")
                    .append(time)
                    .append("] \"GET /p/ HTTP/1.1\" 200 10 \"-\" \"Mozilla/5.0 (X11; Linux x86_64; rv:128.0)"
                            + " Gecko/20100101 Firefox/128.0\"\n");
        }
        var odd = TestLogs.of("odd", log.toString());
        var report = ingest(test.client(), odd);
        assertThat(report.counted()).isEqualTo(2);
        assertThat(report.rejected().get(Rejection.DATE))
                .extracting(DryRunReport.Rejected::lines)
                .isEqualTo(4L);
        var dry = new DryRun(ViewPolicy.DEFAULT, 1, clock).run(List.of(odd));
        assertThat(dry.counted()).isEqualTo(2);
        assertThat(dry.rejected().get(Rejection.DATE))
                .extracting(DryRunReport.Rejected::lines)
                .isEqualTo(4L);
    }

    private IngestReport ingest(DynamoDbClient client, LogObject... logs) {
        var settings = new IngestSettings(ViewPolicy.DEFAULT, Optional.empty(), false);
        return new Ingestion(test.as(client, Optional.empty()), settings, clock, 50, 10, 2).run(List.of(logs));
    }

    private long views() {
        return test.table().totals("").values().stream()
                .mapToLong(PageTotal::views)
                .sum();
    }
}
