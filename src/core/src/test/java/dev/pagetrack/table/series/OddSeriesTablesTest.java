package dev.pagetrack.table.series;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.table.Finding;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.TableDoctor;
import dev.pagetrack.table.item.Layout;
import dev.pagetrack.table.item.TableConnection;
import dev.pagetrack.table.item.TableSettings;
import dev.pagetrack.table.rebuild.RebuildSettings;
import dev.pagetrack.table.site.Retention;
import dev.pagetrack.table.testing.SeriesTable;
import dev.pagetrack.table.testing.TestTable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Unusual tables of the series: older functions, odd keys, changed names. No view is lost or counts twice. */
class OddSeriesTablesTest {

    /** 2022-09-08T03:02:24Z. */
    private static final long SECOND = 1_662_606_144L;

    private static final LocalDate CUTOVER = LocalDate.of(2022, 9, 12);

    /** 2022-09-12T00:00:00Z. */
    private static final long CUTOVER_SECOND = 1_662_940_800L;

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
    void countsSecondsWithAFraction() {
        article().views("a/").unlisted("a/", "1662606144.0", "1662606145.75", "1662606146.");
        assertThat(site(null).layout()).isEqualTo(Layout.ARTICLE);
        assertThat(requireNonNull(site(null).totals("").get("a/")).views()).isEqualTo(3);
        assertThat(migrate("INDEX").added()).isEqualTo(3);
        assertThat(migrate("INDEX").added()).isZero();
        assertThat(test.items("blog#a/"))
                .hasSize(3)
                .allMatch(item -> item.matches(".* \\| 166260614[456]\\.\\d{39} .*"));
    }

    @Test
    void reportsItemsWithoutATimeAndDoesNotMigrateThem() {
        article().views("a/", SECOND).unlisted("a/", "-1", "0x1F", "1662606144000", "999999999999999999", "1.6e9");
        assertThat(requireNonNull(site(null).totals("").get("a/")).views()).isEqualTo(1);
        assertThat(TableDoctor.examine(site(null)))
                .extracting(Finding::text)
                .contains("5 items among the views will be left out, because the sort key is not an epoch second:"
                        + " a/ | -1, a/ | 0x1F, a/ | 1.6e9 and 2 more.");
        var report = migrate("INDEX");
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.undated())
                .containsExactly("a/ | -1", "a/ | 0x1F", "a/ | 1.6e9", "a/ | 1662606144000", "a/ | 999999999999999999");
    }

    @Test
    void migratesPagesThatAreNotListed() {
        article()
                .views("a/", SECOND)
                .unlisted("old/", "1662606144", "1662606145")
                .unlisted("blog#not/", "1662606144");
        SeriesTable.production(test.client(), "Richard").unlisted("other/", "1662606144");
        assertThat(migrate("INDEX").added()).isEqualTo(3);
        assertThat(blog().totals("")).containsOnlyKeys("a/", "old/");
        assertThat(requireNonNull(blog().totals("").get("old/")).views()).isEqualTo(2);
    }

    @Test
    void migratesATableThatListsNoPages() {
        article().unlisted("a/", "1662606144", "1662606145").unlisted("b/", "1662606144");
        assertThat(migrate("INDEX").added()).isEqualTo(3);
        SeriesTable.production(test.client(), "Richard").unlisted("c/", "1662606144");
        assertThat(site("blog2")
                        .maintenance()
                        .migrate(settings("Richard#INDEX"))
                        .added())
                .isEqualTo(1);
    }

    @Test
    void cutsOverAtTheFirstSecondOfTheDay() {
        article().views("a/", CUTOVER_SECOND - 1, CUTOVER_SECOND, CUTOVER_SECOND + 1);
        var report = migrate("INDEX");
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.later()).isEqualTo(2);
        assertThat(requireNonNull(blog().totals("").get("a/")).last().getEpochSecond())
                .isEqualTo(CUTOVER_SECOND - 1);
    }

    @Test
    void addsUpTheNamesOfAPage() {
        article()
                .views("blog/caf%25C3%25A9/", SECOND)
                .views("blog/caf%25C3%25A9/index.html", SECOND)
                .views("/blog/caf%C3%A9/", SECOND)
                .views("blog/caf%25c3%25a9/", SECOND);
        assertThat(requireNonNull(site(null).totals("").get("blog/café/")).views())
                .isEqualTo(4);
        assertThat(migrate("INDEX").added()).isEqualTo(4);
        assertThat(blog().totals("")).containsOnlyKeys("blog/café/");
    }

    @Test
    void separatesPagesThatDifferInCaseOrInASlash() {
        article().views("Blog/A/", SECOND).views("blog/a/", SECOND).views("blog/a", SECOND);
        migrate("INDEX");
        assertThat(blog().totals("")).containsOnlyKeys("Blog/A/", "blog/a", "blog/a/");
    }

    @Test
    void countsNoViewTwiceIfPagesShareACounter() {
        SeriesTable.production(test.client(), "Richard")
                .views("Blog/A/", SECOND)
                .views("blog/a/", SECOND, SECOND + 1)
                .counters("blog/a/", "202207", Map.of("D30", 4L))
                .counters("blog/a/", "202209", Map.of("D08", 3L));
        var table = site("Richard");
        assertThat(table.totals("").values().stream()
                        .mapToLong(PageTotal::views)
                        .sum())
                .isEqualTo(7);
        assertThat(requireNonNull(table.totals(List.of("Blog/A/")).get("Blog/A/"))
                        .views())
                .isEqualTo(5);
        assertThat(migrate("Richard#INDEX").carried()).isEqualTo(4);
        blog().maintenance().rebuild(NO_DRY_RUN);
        assertThat(blog().totals("").values().stream()
                        .mapToLong(PageTotal::views)
                        .sum())
                .isEqualTo(7);
    }

    @Test
    void marksPagesThatAreKnownOnlyInLowerCase() {
        SeriesTable.production(test.client(), "Richard")
                .views("Blog/A/", SECOND)
                .counters("Blog/A/", "202207", Map.of("D30", 4L))
                .counters("Blog/Gone/", "202207", Map.of("D30", 2L));
        var table = site("Richard");
        assertThat(requireNonNull(table.totals("").get("Blog/A/")).inLowerCase())
                .isFalse();
        assertThat(requireNonNull(table.totals("").get("blog/gone/")).inLowerCase())
                .isTrue();
        migrate("Richard#INDEX");
        blog().maintenance().rebuild(NO_DRY_RUN);
        assertThat(requireNonNull(blog().totals("").get("Blog/A/")).inLowerCase())
                .isFalse();
        assertThat(requireNonNull(blog().totals("").get("blog/gone/")).inLowerCase())
                .isTrue();
        assertThat(requireNonNull(blog().totals(List.of("blog/gone/")).get("blog/gone/"))
                        .inLowerCase())
                .isTrue();
    }

    @Test
    void readsAndMigratesTheViewsOfAnOwnerWithAnyName() {
        var owner = "Richard Forshaw <r@example.org>";
        SeriesTable.production(test.client(), owner).views("a/", SECOND).counters("a/", "202209", Map.of("D08", 1L));
        var settings = new TableSettings("PageTrackTable", Optional.of(owner), Optional.of(Layout.PRODUCTION));
        var table = new PageTrackTable(TableConnection.of(test.client()), settings, TestTable.BACKOFF);
        assertThat(table.totals("")).containsOnlyKeys("a/");
        assertThat(migrate(owner + "#INDEX").added()).isEqualTo(1);
        assertThatThrownBy(() -> new TableSettings("PageTrackTable", Optional.of(owner)))
                .hasMessageContaining("<layout>production</layout>");
    }

    @Test
    void ignoresCountersThatAreNotOfAMonth() {
        var production = SeriesTable.production(test.client(), "Richard");
        production.views("a/", SECOND).counters("a/", "TOTAL", Map.of("D08", 100L));
        assertThat(requireNonNull(site("Richard").totals("").get("a/")).views()).isEqualTo(1);
    }

    @Test
    void refusesToWriteWhereTheOldFunctionWritesTheSameViews() {
        for (var page : List.of("a/", "b/", "c/", "d/")) {
            test.write(TestTable.views(page, SECOND, 3));
        }
        test.write(TestTable.views("e/", SECOND, 5));
        article().views("e/", SECOND + 4);
        assertThatThrownBy(() -> site(null).requirePagetrackLayout())
                .hasMessageContaining("holds views of e/ that the function");
    }

    @Test
    void refusesToWriteWhereTheOldFunctionWroteWithoutAList() {
        article().unlisted("a/", "1662606144", "1662606145");
        var before = test.items();
        assertThatThrownBy(() -> test.write(TestTable.views("a/", SECOND, 3)))
                .hasMessageContaining("holds views of a/ that the function");
        assertThat(test.items()).isEqualTo(before);
        test.write(TestTable.views("b/", SECOND, 3));
    }

    @Test
    void reportsAnItemThatPagetrackDidNotWrite() {
        test.write(TestTable.views("a/", SECOND, 30));
        article().unlisted("a/", "1662606000");
        assertThatThrownBy(() -> test.table().maintenance().rebuild(NO_DRY_RUN))
                .hasMessageStartingWith("'a/' holds an item '1662606000', which pagetrack did not write");
    }

    @Test
    void changesNoExpiryInTheLayoutsOfTheSeries() {
        article().views("a/", SECOND);
        var before = test.items();
        assertThatThrownBy(() ->
                        site(null).maintenance().changeRetention(Optional.of(new Retention(30)), Clock.systemUTC()))
                .hasMessageContaining("has the article layout");
        assertThat(test.items()).isEqualTo(before);
        assertThat(site(null).totals("")).hasSize(1);
    }

    @Test
    void aMigrationThatIsRefusedWritesNothing() {
        SeriesTable.production(test.client(), "Richard")
                .views("b/")
                .counters("a/", "202207", Map.of("D11", 4L))
                .counters("b/", "202209", Map.of("D11", 4L));
        var before = test.items();
        assertThatThrownBy(() -> migrate("Richard#INDEX")).hasMessageContaining("Take a day after");
        assertThat(test.items()).isEqualTo(before);
    }

    private MigrationReport migrate(String from) {
        return blog().maintenance().migrate(settings(from));
    }

    private static MigrationSettings settings(String from) {
        return new MigrationSettings(from, CUTOVER, false);
    }

    private SeriesTable article() {
        return SeriesTable.article(test.client());
    }

    private PageTrackTable blog() {
        return site("blog");
    }

    private PageTrackTable site(@Nullable String siteId) {
        return test.as(test.client(), Optional.ofNullable(siteId));
    }
}
