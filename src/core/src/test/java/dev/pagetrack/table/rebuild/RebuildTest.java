package dev.pagetrack.table.rebuild;

import static dev.pagetrack.table.testing.TestTable.view;
import static dev.pagetrack.table.testing.TestTable.views;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Expression;
import dev.pagetrack.table.testing.Clients;
import dev.pagetrack.table.testing.OnFirst;
import dev.pagetrack.table.testing.TestTable;
import dev.pagetrack.view.View;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class RebuildTest {

    /** 2026-05-03T12:17:39Z. */
    private static final long SECOND = 1777810659L;

    private static final long DAY = 86_400;

    private static final RebuildSettings NO_DRY_RUN = new RebuildSettings(false, Optional.empty());
    private static final RebuildSettings DRY_RUN = new RebuildSettings(true, Optional.empty());

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
    void countsRawViewsThatWereNotCounted() {
        var expected = counted(sample());
        test.writeRaw(sample());
        var report = test.table().maintenance().rebuild(NO_DRY_RUN);
        assertThat(report.pages()).isEqualTo(3);
        assertThat(report.views()).isEqualTo(sample().size());
        assertThat(withoutRebuilt(test.items())).isEqualTo(expected);
        assertThat(test.items("INDEX")).allMatch(item -> item.contains("Rebuilt=1"));
    }

    @Test
    void changesNothingIfAllIsRight() {
        test.write(sample());
        var before = test.items();
        assertThat(test.table().maintenance().rebuild(NO_DRY_RUN))
                .isEqualTo(new RebuildReport(3, sample().size(), List.of()));
        assertThat(test.items()).isEqualTo(before);
    }

    @Test
    void correctsWrongRollups() {
        test.write(sample());
        var right = test.items();
        set("INDEX", "a/", Map.of("Views", 7L));
        set("MONTH#2026-05", "a/", Map.of("D03", 1L, "D31", 9L, "R#spam.example", 5L, "B#Firefox", 1L));
        set("MONTH#2026-06", "b/", Map.of("Views", 1000L));
        assertThat(test.table().maintenance().rebuild(NO_DRY_RUN).changes())
                .containsExactly(
                        new RollupChange("a/", Optional.empty(), 7, 150),
                        new RollupChange("a/", Optional.of(YearMonth.of(2026, 5)), 110, 110),
                        new RollupChange("b/", Optional.of(YearMonth.of(2026, 6)), 1000, 120));
        assertThat(withoutRebuilt(test.items())).isEqualTo(right);
    }

    @Test
    void keepsTheMostFrequentNamesInAnyOrderOfArrival() {
        var views = new ArrayList<View>();
        for (int host = 0; host < 30; host++) {
            for (int i = 0; i <= host % 3; i++) {
                var id = String.format(Locale.ROOT, "%039d", 3 * host + i);
                views.add(new View("a/", SECOND + host, id, "Firefox", "DE", "host" + host + ".example"));
            }
        }
        views.forEach(view -> test.write(List.of(view)));
        Collections.reverse(views);
        try (var other = new TestTable()) {
            views.forEach(view -> other.write(List.of(view)));
            assertThat(withoutNames(other.items())).isEqualTo(withoutNames(test.items()));
            assertThat(other.items()).isNotEqualTo(test.items());
            test.table().maintenance().rebuild(NO_DRY_RUN);
            other.table().maintenance().rebuild(NO_DRY_RUN);
            assertThat(other.items()).isEqualTo(test.items());
            assertThat(test.items("MONTH#2026-05").get(0)).contains(" R#host29.example=3 ", " R#host28.example=2 ");
            assertThat(test.table().maintenance().rebuild(NO_DRY_RUN).changes()).isEmpty();
        }
    }

    private static List<String> withoutNames(List<String> items) {
        return items.stream().map(item -> item.replaceAll(" R#\\S+", "")).toList();
    }

    @Test
    void emptiesAMonthThatHasNoRawViews() {
        test.write(List.of(view("a/", SECOND, 1), view("a/", SECOND + 70 * DAY, 2)));
        set("MONTH#2026-06", "a/", Map.of("Views", 4L, "D01", 4L));
        assertThat(test.table().maintenance().rebuild(NO_DRY_RUN).changes())
                .containsExactly(new RollupChange("a/", Optional.of(YearMonth.of(2026, 6)), 4, 0));
        assertThat(test.items("MONTH#2026-06")).containsExactly("MONTH#2026-06 | a/ | Rebuilt=1 Views=0");
    }

    @Test
    void aDryRunReportsChangesWithoutMakingThem() {
        test.writeRaw(sample());
        set("MONTH#2026-05", "a/", Map.of("Views", 3L, "D03", 3L));
        var before = test.items();
        var planned = test.table().maintenance().rebuild(DRY_RUN);
        assertThat(test.items()).isEqualTo(before);
        assertThat(planned.changes())
                .hasSize(8)
                .contains(
                        new RollupChange("a/", Optional.empty(), 0, 150),
                        new RollupChange("a/", Optional.of(YearMonth.of(2026, 5)), 3, 110));
        assertThat(test.table().maintenance().rebuild(NO_DRY_RUN)).isEqualTo(planned);
        assertThat(test.table().maintenance().rebuild(DRY_RUN).changes()).isEmpty();
    }

    @Test
    void neverLowersDaysWhoseRawViewsMayHaveExpired() {
        test.write(sample());
        var right = test.items();
        expire("a/", SECOND + 5 * DAY);
        var horizon = new RebuildSettings(false, Optional.of(LocalDate.of(2026, 5, 8)));
        assertThat(test.table().maintenance().rebuild(horizon).changes()).isEmpty();
        assertThat(test.items("INDEX")).isSubsetOf(right);
        assertThat(test.items("MONTH#2026-05")).isSubsetOf(right);
        assertThat(test.table().maintenance().rebuild(NO_DRY_RUN).changes())
                .first()
                .isEqualTo(new RollupChange("a/", Optional.empty(), 150, 100));
    }

    @Test
    void keepsViewsThatWereCarriedOver() {
        test.write(List.of(view("a/", SECOND, 1)));
        var key = new Attributes(Optional.empty()).month(YearMonth.of(2026, 5), "a/");
        var item = new HashMap<>(key);
        item.put("Carried", AttributeValue.fromM(Map.of("D01", Attributes.number(4), "D03", Attributes.number(2))));
        test.client().putItem(put -> put.tableName("PageTrackTable").item(item));
        test.table().maintenance().rebuild(NO_DRY_RUN);
        assertThat(test.items("MONTH#2026-05"))
                .containsExactly("MONTH#2026-05 | a/ | B#Firefox=1 C#DE=1 Carried={D01:4,D03:2} D01=4 D03=3"
                        + " Rebuilt=1 Views=7");
        assertThat(requireNonNull(test.table().totals("").get("a/")).views()).isEqualTo(7);
    }

    @Test
    void countsAViewThatIsWrittenBetweenReadAndUpdate() {
        test.writeRaw(sample());
        var port = test.serve();
        var lateView = new OnFirst("UpdateItem", () -> test.write(List.of(view("a/", SECOND + 1, 9999))));
        try (var client = Clients.at(port, lateView)) {
            test.as(client, Optional.empty()).maintenance().rebuild(NO_DRY_RUN);
        }
        assertThat(lateView.hasHappened()).isTrue();
        var all = new ArrayList<>(sample());
        all.add(view("a/", SECOND + 1, 9999));
        assertThat(withoutRebuilt(test.items())).isEqualTo(counted(all));
    }

    @Test
    void aDryRunDoesNotReportAViewThatIsWrittenMeanwhile() {
        test.write(sample());
        var port = test.serve();
        var lateView = new OnFirst("Query", () -> test.write(List.of(view("a/", SECOND + 1, 9999))));
        try (var client = Clients.at(port, lateView)) {
            assertThat(test.as(client, Optional.empty())
                            .maintenance()
                            .rebuild(DRY_RUN)
                            .changes())
                    .isEmpty();
        }
        assertThat(lateView.hasHappened()).isTrue();
    }

    @Test
    void runsAtTheSameTimeAsIngestion() {
        test.writeRaw(sample());
        var all = new ArrayList<>(sample());
        var more = CompletableFuture.runAsync(() -> {
            for (int batch = 0; batch < 40; batch++) {
                test.write(more(batch));
            }
        });
        do {
            test.table().maintenance().rebuild(NO_DRY_RUN);
        } while (!more.isDone());
        more.join();
        for (int batch = 0; batch < 40; batch++) {
            all.addAll(more(batch));
        }
        assertThat(withoutRebuilt(test.items())).isEqualTo(counted(all));
    }

    @Test
    void isPendingUntilARebuildThatBeganLaterIsComplete() {
        test.writeRaw(sample());
        assertThat(test.table().maintenance().isRebuildPending()).isFalse();
        test.table().maintenance().markRebuildPending();
        test.table().maintenance().rebuild(DRY_RUN);
        assertThat(test.table().maintenance().isRebuildPending()).isTrue();
        var port = test.serve();
        try (var client =
                Clients.at(port, new OnFirst("UpdateItem", 2, test.table().maintenance()::markRebuildPending))) {
            test.as(client, Optional.empty()).maintenance().rebuild(NO_DRY_RUN);
        }
        assertThat(test.table().maintenance().isRebuildPending()).isTrue();
        test.table().maintenance().rebuild(NO_DRY_RUN);
        assertThat(test.table().maintenance().isRebuildPending()).isFalse();
    }

    @Test
    void addsPagesWithoutChangingExistingOnes() {
        test.write(List.of(view("a/", SECOND, 1)));
        test.table().maintenance().addPages(List.of("a/", "b/"));
        assertThat(test.items("INDEX"))
                .containsExactly("INDEX | a/ | First=1777810659 Last=1777810659 Views=1", "INDEX | b/ | ");
        assertThat(test.table().totals("")).containsOnlyKeys("a/");
    }

    /** 150 views of {@code a/}, 240 of {@code b/} and 3 of {@code c/} over three months. */
    private static List<View> sample() {
        var views = new ArrayList<View>();
        views.addAll(views("a/", SECOND, 50));
        views.addAll(views("a/", SECOND + 6 * DAY, 60));
        views.addAll(views("a/", SECOND + 60 * DAY, 40));
        views.addAll(views("b/", SECOND, 120));
        views.addAll(views("b/", SECOND + 31 * DAY, 120));
        views.addAll(views("c/", 500, 3));
        return views;
    }

    private static List<View> more(int batch) {
        var views = new ArrayList<View>();
        for (var page : List.of("a/", "b/", "new" + batch % 3 + "/")) {
            views.addAll(views(page, SECOND + 1000 + batch * 5L, 5));
        }
        return views;
    }

    private static List<String> counted(List<View> views) {
        try (var clean = new TestTable()) {
            clean.write(views);
            return clean.items();
        }
    }

    private void set(String partition, String page, Map<String, Long> values) {
        var update = new Expression();
        values.forEach(update::set);
        test.client()
                .updateItem(set -> set.tableName("PageTrackTable")
                        .key(Map.of("UserPages", Attributes.text(partition), "SortKey", Attributes.text(page)))
                        .updateExpression(update.update())
                        .expressionAttributeNames(update.names())
                        .expressionAttributeValues(update.values()));
    }

    /** Deletes raw views, as DynamoDB does some time after {@code Expires}. */
    private void expire(String page, long before) {
        for (var item : test.client()
                .scanPaginator(scan -> scan.tableName("PageTrackTable"))
                .items()) {
            if (requireNonNull(item.get("UserPages")).s().equals(page)
                    && Attributes.view(page, item).second() < before) {
                test.client()
                        .deleteItem(delete -> delete.tableName("PageTrackTable")
                                .key(Map.of("UserPages", item.get("UserPages"), "SortKey", item.get("SortKey"))));
            }
        }
    }

    private static List<String> withoutRebuilt(List<String> items) {
        return items.stream()
                .filter(item -> !item.startsWith("META | version | Rebuilds="))
                .map(item -> item.replaceFirst(" Rebuilt=[0-9]+", ""))
                .toList();
    }
}
