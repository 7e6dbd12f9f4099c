package dev.pagetrack.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.log.LogObjectId;
import dev.pagetrack.log.Rejection;
import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.TableException;
import dev.pagetrack.table.ledger.ObjectSummary;
import dev.pagetrack.table.rebuild.RebuildSettings;
import dev.pagetrack.table.site.Retention;
import dev.pagetrack.table.site.SiteAgreement;
import dev.pagetrack.table.testing.Clients;
import dev.pagetrack.table.testing.OnFirst;
import dev.pagetrack.table.testing.TestTable;
import dev.pagetrack.view.View;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

class PageTrackTableTest {

    private TestTable test;

    @BeforeEach
    void createTable() {
        test = new TestTable();
    }

    private static final SiteAgreement.Wanted NOTHING = wanted(Optional.empty(), Map.of());

    @AfterEach
    void closeTable() {
        test.close();
    }

    @Test
    void isCreatedOnceAndExpiresRawViews() {
        assertThat(test.table().createIfMissing()).isFalse();
        var ttl = test.client()
                .describeTimeToLive(ask -> ask.tableName("PageTrackTable"))
                .timeToLiveDescription();
        assertThat(ttl.timeToLiveStatus()).isEqualTo(TimeToLiveStatus.ENABLED);
        assertThat(ttl.attributeName()).isEqualTo("Expires");
    }

    @Test
    void switchesExpiryOnIfTheRunThatCreatedTheTableWasStopped() {
        test.client()
                .updateTimeToLive(ttl -> ttl.tableName("PageTrackTable")
                        .timeToLiveSpecification(spec -> spec.enabled(false).attributeName("Expires")));
        assertThat(test.table().createIfMissing()).isFalse();
        var ttl = test.client()
                .describeTimeToLive(ask -> ask.tableName("PageTrackTable"))
                .timeToLiveDescription();
        assertThat(ttl.timeToLiveStatus()).isEqualTo(TimeToLiveStatus.ENABLED);
    }

    @Test
    void readsMoreThanOnePageOfResults() {
        var views = new ArrayList<View>();
        for (int i = 0; i < 1500; i++) {
            // Long names, so that the index is larger than the 1 MB that one answer of DynamoDB holds.
            views.addAll(TestTable.views(i + "-" + "x".repeat(690) + "/", 1777810659L, 1));
        }
        test.write(views);
        assertThat(test.table().totals("")).hasSize(1500);
    }

    @Test
    void countsTheReferrersOfAMonth() {
        var may = 1777810659L;
        var views = new ArrayList<View>();
        for (var referrer : List.of("example.org", "example.org", "news.example", "other", "")) {
            var id = String.format(Locale.ROOT, "%039d", views.size());
            views.add(new View("a/", may, id, "Firefox", "DE", referrer));
        }
        views.addAll(TestTable.views("b/", may, 1));
        test.write(views);

        assertThat(test.table().referrers(YearMonth.of(2026, 5)))
                .isEqualTo(Map.of("a/", Map.of("example.org", 2L, "news.example", 1L, "other", 1L)));
        assertThat(test.table().referrers(YearMonth.of(2026, 4))).isEmpty();
    }

    @Test
    void reportsWhichTableIsMissing() {
        var missing = test.missing();
        assertThatThrownBy(() -> missing.totals("")).hasMessageStartingWith("there is no table 'Elsewhere'");
        assertThatThrownBy(() -> missing.agree(NOTHING)).hasMessageStartingWith("there is no table 'Elsewhere'");
    }

    @Test
    void storesASourceOfLogsAgainIfThatFailed() {
        var objects =
                Map.of(new LogObjectId("files", "abc"), new ObjectSummary("a.log", "s3", 0, 0, Map.of(), Map.of()));
        var broken = new OnFirst("PutItem", () -> {
            throw SdkClientException.create("connection reset");
        });
        try (var client = Clients.withoutRetries(test.serve(), broken)) {
            var markers = test.as(client, Optional.empty()).markers();
            assertThatThrownBy(() -> markers.markIngested(objects)).isInstanceOf(TableException.class);
            markers.markIngested(objects);
        }
        assertThat(test.items()).contains("META | OBJECT#files | ");
    }

    @Test
    void remembersLogObjectsThatWereIngested() {
        var id = new LogObjectId("files", "abc");
        assertThat(test.table().markers().ingested(List.of(id))).isEmpty();
        test.table()
                .markers()
                .markIngested(Map.of(
                        id,
                        new ObjectSummary("a.log", "s3", 5, 2, Map.of(Rejection.BOT, 3L), Map.of(Rejection.BOT, 7L))));
        assertThat(test.table().markers().ingested(List.of(id, new LogObjectId("files", "abd"))))
                .containsExactly(id);
        assertThat(test.items())
                .containsExactly(
                        "META | OBJECT#files | ",
                        "OBJECT#files | abc | Counted=2 Examples={bot:7} Format=s3 Lines=5 Name=a.log Rejected={bot:3}");
    }

    @Test
    void refusesPagesNamedByAnotherVersion() {
        test.table().agree(NOTHING);
        test.table().agree(NOTHING);
        assertThat(test.items()).containsExactly("META | version | Policy={} Version=2");
        assertThat(test.table().namingProblem()).isEmpty();
        for (int other : new int[] {0, 1, 7}) {
            test.client()
                    .putItem(put -> put.tableName("PageTrackTable")
                            .item(Map.of(
                                    Attributes.PARTITION_KEY, Attributes.text("META"),
                                    Attributes.SORT_KEY, Attributes.text("version"),
                                    Attributes.VERSION, Attributes.number(other))));
            var problem = "table 'PageTrackTable' has page names of version " + other
                    + ", and this pagetrack writes version 2, in which some pages have other names. A site must not mix the"
                    + " two: set a new <siteId> (pagetrack.siteId) and ingest all logs again.";
            assertThat(test.table().namingProblem()).contains(problem);
            var maintenance = test.table().maintenance();
            for (var write : List.<ThrowingCallable>of(
                    () -> test.table().agree(NOTHING),
                    () -> maintenance.changeRetention(Optional.empty(), Clock.systemUTC()),
                    () -> maintenance.rebuild(new RebuildSettings(false, Optional.empty())))) {
                assertThatThrownBy(write).isInstanceOf(TableException.class).hasMessage(problem);
            }
        }
    }

    @Test
    void keepsTheRetentionThatTheFirstRunAskedFor() {
        assertThat(test.table().agree(NOTHING).retention()).isEmpty();
        var month = Optional.of(new Retention(30));
        assertThat(test.table().agree(wanted(month, Map.of())).retention()).isEqualTo(month);
        assertThat(test.table().agree(NOTHING).retention()).isEqualTo(month);
        assertThat(test.items()).containsExactly("META | version | Policy={} Retention=30 Version=2");
        assertThatThrownBy(() -> test.table().agree(wanted(Optional.of(new Retention(60)), Map.of())))
                .hasMessage("<retention> (pagetrack.retention) is 60, but the raw views of table 'PageTrackTable' are"
                        + " kept for 30 days, and all runs must agree on that. Leave it out, or change it for all with"
                        + " pagetrack:stamp -Dpagetrack.retention=60.");
    }

    @Test
    void reportsWhichParametersOfTheViewPolicyChanged() {
        assertThat(changed(Map.of("hosts", "a", "includes", "b"))).isEmpty();
        assertThat(changed(Map.of("hosts", "a", "includes", "b"))).isEmpty();
        assertThat(changed(Map.of("hosts", "A", "excludes", "c")))
                .containsExactlyInAnyOrder("hosts", "includes", "excludes");
        assertThat(changed(Map.of("hosts", "A", "excludes", "c"))).isEmpty();
    }

    @Test
    void countsNoRecordsOfTheTimeWhoseRawViewsExpired() {
        var clock = Clock.fixed(Instant.parse("2026-11-22T17:00:00Z"), ZoneOffset.UTC);
        var table = test.table();
        table.agree(wanted(Optional.of(new Retention(30)), Map.of()));
        assertThat(table.agree(NOTHING).horizon(clock)).isEqualTo("2026-10-23T00:00:00Z");
        table.maintenance().changeRetention(Optional.of(new Retention(60)), clock);
        assertThat(table.agree(NOTHING).horizon(clock)).isEqualTo("2026-10-23T00:00:00Z");
        table.maintenance().changeRetention(Optional.empty(), clock);
        assertThat(table.agree(NOTHING).horizon(clock)).isEqualTo("2026-10-23T00:00:00Z");
        table.maintenance().changeRetention(Optional.of(new Retention(10)), clock);
        assertThat(table.agree(NOTHING).horizon(clock)).isEqualTo("2026-11-12T00:00:00Z");
    }

    private Set<String> changed(Map<String, String> policy) {
        return test.table().agree(wanted(Optional.empty(), policy)).changedPolicy();
    }

    private static SiteAgreement.Wanted wanted(Optional<Retention> retention, Map<String, String> policy) {
        return new SiteAgreement.Wanted(retention, policy);
    }
}
