package dev.pagetrack.table.forget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.table.item.TableException;
import dev.pagetrack.table.rebuild.RebuildSettings;
import dev.pagetrack.table.site.ForgetRule;
import dev.pagetrack.table.site.Retention;
import dev.pagetrack.table.testing.Clients;
import dev.pagetrack.table.testing.MovableClock;
import dev.pagetrack.table.testing.OnFirst;
import dev.pagetrack.table.testing.TestTable;
import dev.pagetrack.view.View;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForgetTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final MovableClock clock = new MovableClock(NOW);
    private final List<Duration> pauses = new ArrayList<>();
    private TestTable test;

    @BeforeEach
    void fillTable() {
        test = new TestTable();
        test.write(views("a/", "2026-03-31T23:00:00Z", 5));
        test.write(views("a/", "2026-04-01T00:00:00Z", 130));
        test.write(views("a/", "2026-05-01T00:00:00Z", 7));
        test.write(views("b/", "2026-04-01T00:00:00Z", 3));
        test.write(views("drafts/x/", "2026-04-01T00:00:00Z", 4));
    }

    @AfterEach
    void closeTable() {
        test.close();
    }

    @Test
    void reportsFirstWhatItWouldTakeOut() {
        var before = test.items();
        var rule = rule(List.of("**"), "2026-04-01T00:00:00Z", "2026-05-01T00:00:00Z");
        var planned = test.at(clock).maintenance().planForget(rule, clock);
        assertThat(planned.pages()).hasToString("{a/=130, b/=3, drafts/x/=4}");
        assertThat(test.items()).isEqualTo(before);
    }

    /** The table is then as if these views had never been counted, but for the rule and the numbers of changes. */
    @Test
    void takesOutViewsAsIfTheyHadNeverBeenCounted() throws Exception {
        var report = forget(rule(List.of("a/", "drafts/**"), "2026-04-01T00:00:00Z", "2026-05-01T00:00:00Z"));
        assertThat(report.pages()).hasToString("{a/=130, drafts/x/=4}");
        assertThat(pauses).containsExactly(Duration.ofMinutes(2));
        try (var clean = new TestTable()) {
            clean.write(views("a/", "2026-03-31T23:00:00Z", 5));
            clean.write(views("a/", "2026-05-01T00:00:00Z", 7));
            clean.write(views("b/", "2026-04-01T00:00:00Z", 3));
            assertThat(items(test)).containsExactlyElementsOf(items(clean));
        }
        assertThat(changes()).isEmpty();
        assertThat(test.table().rebuilds()).hasValue(1);
    }

    @Test
    void setsFirstAndLastToTheViewsThatAreLeft() throws Exception {
        forget(rule(List.of("a/"), "2026-04-01T00:01:00Z", "2026-06-01T00:00:00Z"));
        assertThat(test.table().totals("").get("a/"))
                .extracting(PageTotal::views, PageTotal::first, PageTotal::last)
                .containsExactly(65L, Instant.parse("2026-03-31T23:00:00Z"), Instant.parse("2026-04-01T00:00:59Z"));
        forget(rule(List.of("a/"), "1996-05-01T00:00:00Z", "2026-04-01T00:00:00Z"));
        assertThat(test.table().totals("").get("a/"))
                .extracting(PageTotal::views, PageTotal::first, PageTotal::last)
                .containsExactly(60L, Instant.parse("2026-04-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:59Z"));
        assertThat(changes()).isEmpty();
    }

    @Test
    void countsOnAfterwards() throws Exception {
        forget(rule(List.of("**"), "1996-05-01T00:00:00Z", "2027-01-01T00:00:00Z"));
        assertThat(test.table().totals("")).isEmpty();
        test.write(views("a/", "2026-05-20T00:00:00Z", 2));
        assertThat(test.table().totals("").get("a/"))
                .extracting(PageTotal::views)
                .isEqualTo(2L);
        assertThat(changes()).isEmpty();
    }

    /** Seconds of other lengths do not sort by time. */
    @Test
    void takesOutViewsOfImpossibleTimes() throws Exception {
        for (var time : List.of("1970-01-01T00:00:07Z", "1985-01-01T00:00:00Z", "2400-01-01T00:00:00Z")) {
            test.write(views("b/", time, 2));
        }
        forget(rule(List.of("b/"), "1970-01-01T00:00:00Z", "1996-05-01T00:00:00Z"));
        assertThat(test.table().totals("").get("b/"))
                .extracting(PageTotal::views, PageTotal::first)
                .containsExactly(5L, Instant.parse("2026-04-01T00:00:00Z"));
        forget(rule(List.of("b/"), "2100-01-01T00:00:00Z", "9999-01-01T00:00:00Z"));
        assertThat(test.table().totals("").get("b/"))
                .extracting(PageTotal::views, PageTotal::last)
                .containsExactly(3L, Instant.parse("2026-04-01T00:00:02Z"));
        assertThat(changes()).isEmpty();
    }

    @Test
    void doesNothingASecondTime() throws Exception {
        var rule = rule(List.of("a/"), "2026-04-01T00:00:00Z", "2026-05-01T00:00:00Z");
        forget(rule);
        var before = items(test);
        assertThat(forget(rule).views()).isZero();
        assertThat(items(test)).isEqualTo(before);
    }

    @Test
    void takesOutWholeDaysWhoseRawViewsHaveExpired() throws Exception {
        test.at(clock).maintenance().changeRetention(Optional.of(new Retention(7)), clock);
        clock.moveOn(Duration.ofDays(3));
        test.expire(clock.instant());
        var april = LocalDate.of(2026, 4, 1);
        assertThatThrownBy(() -> forget(rule(List.of("a/"), "2026-04-01T00:01:00Z", "2026-05-02T00:00:00Z")))
                .isInstanceOf(TableException.class)
                .hasMessage(
                        "raw views of a/ of 2026-04-01 have expired, so only the whole day can be taken out: let the time"
                                + " begin and end at midnight UTC.");
        var day = new ForgetRule(
                List.of("a/"),
                april.atStartOfDay().toInstant(ZoneOffset.UTC),
                april.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        assertThat(forget(day).pages()).hasToString("{a/=130}");
        assertThat(test.table().totals("").get("a/"))
                .extracting(PageTotal::views)
                .isEqualTo(12L);
        var settings = new RebuildSettings(true, test.at(clock).maintenance().firstWholeDay(clock));
        assertThat(test.table().maintenance().rebuild(settings).changes()).isEmpty();
    }

    /** Such a run knows the rule, so nothing ends it. But it may have read the first and last view before they change. */
    @Test
    void keepsFirstAndLastRightForARunThatBeganDuringThePause() throws Exception {
        try (var ledger = test.table().ledger()) {
            test.at(clock)
                    .maintenance()
                    .forget(
                            rule(List.of("drafts/x/"), "2026-04-01T00:00:00Z", "2026-05-01T00:00:00Z"),
                            clock,
                            pause -> ledger.write(views("drafts/x/", "2026-03-31T23:00:00Z", 1)));
            ledger.write(views("drafts/x/", "2026-03-31T23:30:00Z", 1));
        }
        assertThat(test.table().totals("").get("drafts/x/"))
                .extracting(PageTotal::views, PageTotal::first, PageTotal::last)
                .containsExactly(2L, Instant.parse("2026-03-31T23:00:00Z"), Instant.parse("2026-03-31T23:30:00Z"));
    }

    /** A rebuild finds the raw views of a bulk run by the list of pages, where the run found this page. */
    @Test
    void keepsAPageListedWhoseViewsABulkRunHasYetToCount() throws Exception {
        test.at(clock)
                .maintenance()
                .forget(rule(List.of("drafts/x/"), "2026-04-01T00:00:00Z", "2026-05-01T00:00:00Z"), clock, pause -> {
                    test.table().maintenance().markRebuildPending();
                    test.writeRaw(views("drafts/x/", "2026-03-31T23:00:00Z", 1));
                });
        assertThat(test.table().totals("")).doesNotContainKey("drafts/x/");
        test.table().maintenance().rebuild(new RebuildSettings(false, Optional.empty()));
        assertThat(test.table().totals("").get("drafts/x/"))
                .extracting(PageTotal::views, PageTotal::first)
                .containsExactly(1L, Instant.parse("2026-03-31T23:00:00Z"));
    }

    /** The same if the run begins when the page is about to be deleted. */
    @Test
    void keepsAPageListedThatABulkRunListsMeanwhile() throws Exception {
        var rule = rule(List.of("drafts/x/"), "2026-04-01T00:00:00Z", "2026-05-01T00:00:00Z");
        var bulk = new OnFirst("DeleteItem", () -> {
            test.table().maintenance().markRebuildPending();
            test.writeRaw(views("drafts/x/", "2026-03-31T23:00:00Z", 1));
        });
        try (var client = Clients.at(test.serve(), bulk)) {
            test.as(client, Optional.empty()).maintenance().forget(rule, clock, pauses::add);
        }
        assertThat(bulk.hasHappened()).isTrue();
        test.table().maintenance().rebuild(new RebuildSettings(false, Optional.empty()));
        assertThat(test.table().totals("").get("drafts/x/"))
                .extracting(PageTotal::views)
                .isEqualTo(1L);
    }

    @Test
    void refusesWhileFiguresAreNotComplete() {
        test.table().maintenance().markRebuildPending();
        var before = test.items();
        assertThatThrownBy(() -> forget(rule(List.of("a/"), "2026-04-01T00:00:00Z", "2026-05-01T00:00:00Z")))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("run pagetrack:rebuild first");
        assertThat(test.items()).isEqualTo(before);
    }

    @Test
    void refusesARuleThatSelectsNothing() {
        assertThatThrownBy(() -> rule(List.of(), "2026-04-01T00:00:00Z", "2026-05-01T00:00:00Z"))
                .isInstanceOf(WrongSettingException.class);
        assertThatThrownBy(() -> rule(List.of("a"), "2026-05-01T00:00:00Z", "2026-05-01T00:00:00Z"))
                .isInstanceOf(WrongSettingException.class);
    }

    /** The table separates patterns by line feeds: this one would come back as two that match other pages. */
    @Test
    void refusesAPatternWithALineBreak() {
        assertThatThrownBy(() -> rule(List.of("a/\nb/"), "2026-04-01T00:00:00Z", "2026-05-01T00:00:00Z"))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageContaining("has a line break");
    }

    private ForgetReport forget(ForgetRule rule) throws InterruptedException {
        return test.at(clock).maintenance().forget(rule, clock, pauses::add);
    }

    private static ForgetRule rule(List<String> patterns, String from, String to) {
        return new ForgetRule(patterns, Instant.parse(from), Instant.parse(to));
    }

    /** Views one second apart, from varied browsers, countries and referrers. */
    private static List<View> views(String page, String from, int count) {
        var first = Instant.parse(from).getEpochSecond();
        var views = new ArrayList<View>();
        for (int i = 0; i < count; i++) {
            views.add(new View(
                    page,
                    first + i,
                    String.format(Locale.ROOT, "%039d", first + i),
                    "Browser" + i % 7,
                    i % 3 == 0 ? "" : "DE",
                    "host" + i % 15 + ".example"));
        }
        return views;
    }

    private List<?> changes() {
        return test.table()
                .maintenance()
                .rebuild(new RebuildSettings(true, Optional.empty()))
                .changes();
    }

    /** All items, without what a changed table has in addition. */
    private static List<String> items(TestTable table) {
        return table.items().stream()
                .filter(item -> !item.startsWith("META"))
                .map(item -> item.replaceFirst(" Rebuilt=[0-9]+", ""))
                .toList();
    }
}
