package dev.pagetrack.table.series;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.TableDoctorTest;
import dev.pagetrack.table.item.TableException;
import dev.pagetrack.table.rebuild.RebuildSettings;
import dev.pagetrack.table.rebuild.RollupChange;
import dev.pagetrack.table.site.ForgetRule;
import dev.pagetrack.table.site.SiteAgreement;
import dev.pagetrack.table.testing.Clients;
import dev.pagetrack.table.testing.Faults;
import dev.pagetrack.table.testing.SeriesTable;
import dev.pagetrack.table.testing.TestTable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

class SeriesMigrationTest {

    /** 2022-09-08T03:02:24Z. */
    private static final long SECOND = 1_662_606_144L;

    private static final long DAY = 86_400;
    private static final LocalDate CUTOVER = LocalDate.of(2022, 9, 12);
    private static final String SCRUM = "blog/articles/2021-11-16-Understanding-Scrum/";
    private static final String BACKLOG = "blog/articles/2018-11-28-backlog-priorities/";
    private static final RebuildSettings NO_DRY_RUN = new RebuildSettings(false, Optional.empty());

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
    void migratesViewsBeforeTheCutoverAndKeepsTheOldItems() {
        article();
        var old = test.items();
        var report = blog().maintenance().migrate(from("INDEX", false));
        assertThat(report)
                .isEqualTo(new MigrationReport(
                        2, 4, 4, 0, 1, List.of(), List.of(september(BACKLOG, 0, 1), september(SCRUM, 0, 3))));
        assertThat(test.items()).containsAll(old);
        assertThat(test.items("blog#INDEX"))
                .containsExactly(
                        "blog#INDEX | " + BACKLOG + " | First=1662692544 Last=1662692544 Views=1",
                        "blog#INDEX | " + SCRUM + " | First=1662606144 Last=1662865344 Views=3");
        assertThat(test.items("blog#MONTH#2022-09"))
                .contains("blog#MONTH#2022-09 | " + SCRUM + " | B#Firefox=3 D08=2 D11=1 Views=3");
        assertThat(test.items("blog#" + SCRUM))
                .hasSize(3)
                .allMatch(item -> item.matches(".* \\| [0-9]{10}\\.[0-9]{39} \\| Browser=Firefox"));
    }

    @Test
    void migratesEachViewOnceHoweverOftenItRuns() {
        article();
        blog().maintenance().migrate(from("INDEX", false));
        blog().maintenance().rebuild(NO_DRY_RUN);
        var once = withoutRebuilds(test.items());
        assertThat(blog().maintenance().migrate(from("INDEX", false)).added()).isZero();
        blog().maintenance().rebuild(NO_DRY_RUN);
        assertThat(withoutRebuilds(test.items())).isEqualTo(once);
    }

    @Test
    void migratesViewsThatTheOldFunctionWroteLater() {
        article();
        blog().maintenance().migrate(from("INDEX", false));
        SeriesTable.article(test.client()).views(SCRUM, SECOND + 2);
        assertThat(blog().maintenance().migrate(from("INDEX", false)).changes())
                .containsExactly(september(SCRUM, 3, 4));
    }

    /** Their raw views are gone from the new site, so nothing but the rule keeps them out. */
    @Test
    void doesNotBringBackViewsThatTheOwnerTookOut() throws Exception {
        article();
        blog().maintenance().migrate(from("INDEX", false));
        blog().maintenance().rebuild(NO_DRY_RUN);
        var rule = new ForgetRule(List.of(SCRUM), Instant.ofEpochSecond(SECOND), Instant.ofEpochSecond(SECOND + DAY));
        assertThat(blog().maintenance()
                        .forget(rule, Clock.systemUTC(), pause -> {})
                        .views())
                .isEqualTo(2);
        SeriesTable.article(test.client()).views(SCRUM, SECOND + DAY);
        for (boolean dryRun : new boolean[] {true, false}) {
            assertThat(blog().maintenance().migrate(from("INDEX", dryRun)).changes())
                    .containsExactly(september(SCRUM, 1, 2));
        }
        assertThat(blog().totals("").get(SCRUM)).extracting(PageTotal::views).isEqualTo(2L);
    }

    @Test
    void migratesWhileTheNewSiteCounts() {
        var pages = List.of("a/", "b/", "c/", SCRUM);
        var article = SeriesTable.article(test.client());
        pages.forEach(page ->
                article.views(page, LongStream.range(SECOND, SECOND + 150).toArray()));
        blog().decideCutover(CUTOVER);
        blog().agree(new SiteAgreement.Wanted(Optional.empty(), Map.of()));
        var counting = CompletableFuture.runAsync(() -> {
            try (var ledger = blog().ledger()) {
                for (int batch = 0; batch < 30; batch++) {
                    for (var page : pages) {
                        ledger.write(TestTable.views(page, SECOND + 4 * DAY + batch * 10L, 10));
                    }
                }
            }
        });
        do {
            blog().maintenance().migrate(from("INDEX", false));
            blog().maintenance().rebuild(NO_DRY_RUN);
        } while (!counting.isDone());
        counting.join();
        assertThat(blog().maintenance().isRebuildPending()).isFalse();
        assertThat(blog().maintenance()
                        .rebuild(new RebuildSettings(true, Optional.empty()))
                        .changes())
                .isEmpty();
        assertThat(blog().totals("").values()).hasSize(4).allMatch(total -> total.views() == 150 + 300);
    }

    @Test
    void aDryRunReportsChangesWithoutMakingThem() {
        article();
        var before = test.items();
        var planned = blog().maintenance().migrate(from("INDEX", true));
        assertThat(test.items()).isEqualTo(before);
        assertThat(blog().maintenance().migrate(from("INDEX", false))).isEqualTo(planned);
    }

    @Test
    void carriesOverCountersOnce() {
        production();
        for (int run = 0; run < 2; run++) {
            var report = blog().maintenance().migrate(from("Richard#INDEX", false));
            assertThat(report.carried()).isEqualTo(run == 0 ? 6 : 0);
            blog().maintenance().rebuild(NO_DRY_RUN);
            assertThat(test.items("blog#MONTH#2022-07"))
                    .containsExactly(
                            "blog#MONTH#2022-07 | " + SCRUM + " | Carried={D30:4,D31:2} D30=4 D31=2 Rebuilt=1 Views=6");
            assertThat(test.items("blog#INDEX"))
                    .containsExactly("blog#INDEX | " + SCRUM + " | First=1659139200 Last=1662606145 Rebuilt=1 Views=8");
            // The site already has the views that expire later in the old layout.
            SeriesTable.production(test.client(), "Richard")
                    .expire(SCRUM, SECOND)
                    .counters(SCRUM, "202209", Map.of("D08", 9L));
        }
        assertThat(requireNonNull(blog().totals("").get(SCRUM)).views()).isEqualTo(8);
        assertThat(blog().maintenance().isRebuildPending()).isFalse();
    }

    @Test
    void refusesACutoverThatCountersMayOverlap() {
        SeriesTable.production(test.client(), "Richard").views(SCRUM).counters(SCRUM, "202209", Map.of("D11", 4L));
        assertThatThrownBy(() -> blog().maintenance().migrate(from("Richard#INDEX", true)))
                .hasMessageStartingWith(
                        "<cutover> (pagetrack.cutover) is 2022-09-12, but for 2022-09-11 only counters know")
                .hasMessageEndingWith("Take a day after 2022-09-12.");
    }

    @Test
    void reportsThatAScanIsNotPermittedBeforeItWrites() {
        article();
        var before = test.items();
        var arn = "arn:aws:dynamodb:eu-central-1:123456789012:table/PageTrackTable";
        var denied = Faults.ofCalls(ScanRequest.class::isInstance, request -> TableDoctorTest.denied(request, arn))
                .withoutEnd();
        try (var client = Clients.at(test.serve(), denied)) {
            assertThatThrownBy(() ->
                            test.as(client, Optional.of("blog")).maintenance().migrate(from("INDEX", false)))
                    .isInstanceOf(TableException.class)
                    .hasMessageContaining("dynamodb:Scan on resource: " + arn)
                    .hasMessageContaining("<profile> (pagetrack.profile)");
        }
        assertThat(test.items()).isEqualTo(before);
    }

    @Test
    void refusesToMigrateFromTwoPartitionsToOneSite() {
        article();
        production();
        blog().maintenance().migrate(from("INDEX", false));
        assertThatThrownBy(() -> blog().maintenance().migrate(from("Richard#INDEX", false)))
                .hasMessageStartingWith("this site has the views of INDEX already");
    }

    @Test
    void refusesToMigrateOtherLayouts() {
        assertThatThrownBy(() -> blog().maintenance().migrate(from("Nobody#INDEX", false)))
                .hasMessageContaining("has no views of the blog series under Nobody#INDEX: check the spelling");
        assertThatThrownBy(() -> new MigrationSettings("Richard", CUTOVER, false))
                .hasMessageContaining("<moveFrom>");
        assertThatThrownBy(() -> blog().maintenance().migrate(from("blog#INDEX", false)))
                .hasMessageContaining("own list of pages");
    }

    @Test
    void refusesToWriteWhereTheOldFunctionWrites() {
        article();
        var table = test.as(test.client(), Optional.empty());
        assertThatThrownBy(table::requirePagetrackLayout)
                .isInstanceOf(TableException.class)
                .hasMessageStartingWith("table 'PageTrackTable' has the article layout of the blog series")
                .hasMessageContaining("<siteId>");
        assertThatThrownBy(() -> table.maintenance().rebuild(NO_DRY_RUN))
                .hasMessageContaining("article layout")
                .hasMessageContaining("pagetrack:rebuild with <moveFrom> (pagetrack.moveFrom)");
        assertThatThrownBy(() -> table.maintenance().exportTo(Path.of("never-written")))
                .hasMessageContaining(
                        "article layout of the blog series, and an export only holds pagetrack's own layout");
    }

    @Test
    void refusesToWriteWhereTheOldFunctionWroteBesidePagetrack() {
        test.write(TestTable.views(BACKLOG, SECOND, 2));
        test.table().requirePagetrackLayout();
        SeriesTable.article(test.client()).views(BACKLOG, SECOND + DAY);
        assertThatThrownBy(() -> test.as(test.client(), Optional.empty()).requirePagetrackLayout())
                .hasMessageContaining("holds views of " + BACKLOG + " that the function of the blog series wrote");
    }

    /** Three views of one page before the cut-over, one of another, and one after it. */
    private void article() {
        SeriesTable.article(test.client())
                .views(SCRUM, SECOND, SECOND + 1, SECOND + 3 * DAY, SECOND + 4 * DAY)
                .views(BACKLOG, SECOND + DAY);
    }

    private void production() {
        SeriesTable.production(test.client(), "Richard")
                .views(SCRUM, SECOND, SECOND + 1)
                .share(SCRUM, SECOND)
                .counters(SCRUM, "202207", Map.of("D30", 4L, "D31", 2L))
                .counters(SCRUM, "202209", Map.of("D08", 2L));
    }

    private static List<String> withoutRebuilds(List<String> items) {
        return items.stream()
                .map(item -> item.replaceFirst(" Rebuilds=[0-9]+", ""))
                .toList();
    }

    private PageTrackTable blog() {
        return test.as(test.client(), Optional.of("blog"));
    }

    private static MigrationSettings from(String index, boolean dryRun) {
        return new MigrationSettings(index, CUTOVER, dryRun);
    }

    private static RollupChange september(String page, long before, long after) {
        return new RollupChange(page, Optional.of(YearMonth.of(2022, 9)), before, after);
    }
}
