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
import dev.pagetrack.table.item.TableException;
import dev.pagetrack.table.site.ForgetRule;
import dev.pagetrack.table.site.ForgetRules;
import dev.pagetrack.table.site.Retention;
import dev.pagetrack.table.site.SiteAgreement;
import dev.pagetrack.table.testing.Clients;
import dev.pagetrack.table.testing.MovableClock;
import dev.pagetrack.table.testing.OnFirst;
import dev.pagetrack.table.testing.TestTable;
import dev.pagetrack.view.ViewPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
