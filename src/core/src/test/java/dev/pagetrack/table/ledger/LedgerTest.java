package dev.pagetrack.table.ledger;

import static dev.pagetrack.table.testing.TestTable.view;
import static dev.pagetrack.table.testing.TestTable.views;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.testing.TestTable;
import dev.pagetrack.testing.Seed;
import dev.pagetrack.view.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LedgerTest {

    /** 2026-05-03T12:17:39Z. */
    private static final long SECOND = 1777810659L;

    @RegisterExtension
    final Seed seed = Seed.of(3);

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
    void writesARawViewItsPageAndItsMonth() {
        var view = new View("blog/", SECOND, "7".repeat(39), "Firefox", "DE", "google.com");
        assertThat(write(List.of(view))).isEqualTo(new LedgerReport(1, 0, 0));
        assertThat(test.items())
                .containsExactly(
                        "INDEX | blog/ | First=1777810659 Last=1777810659 Views=1",
                        "MONTH#2026-05 | blog/ | B#Firefox=1 C#DE=1 D03=1 R#google.com=1 Views=1",
                        "blog/ | 1777810659." + "7".repeat(39) + " | Browser=Firefox Country=DE Referrer=google.com");
    }

    @Test
    void countsTwoViewsOfOnePageInOneSecond() {
        assertThat(write(List.of(view("blog/", SECOND, 1), view("blog/", SECOND, 2))))
                .isEqualTo(new LedgerReport(2, 0, 0));
        assertThat(test.items("INDEX")).containsExactly("INDEX | blog/ | First=1777810659 Last=1777810659 Views=2");
    }

    @Test
    void countsAViewOnceThatIsWrittenTwice() {
        var views = List.of(view("a/", SECOND, 1), view("b/", SECOND, 1), view("a/", SECOND, 1));
        assertThat(write(views)).isEqualTo(new LedgerReport(2, 1, 0));
        var items = test.items();
        assertThat(write(views)).isEqualTo(new LedgerReport(0, 3, 0));
        assertThat(test.items()).isEqualTo(items);
    }

    @Test
    void countsAViewInItsUtcDayAndMonth() {
        write(List.of(view("a/", 1777593599L, 1), view("a/", 1777593600L, 2)));
        assertThat(test.items("MONTH#2026-04"))
                .containsExactly("MONTH#2026-04 | a/ | B#Firefox=1 C#DE=1 D30=1 Views=1");
        assertThat(test.items("MONTH#2026-05"))
                .containsExactly("MONTH#2026-05 | a/ | B#Firefox=1 C#DE=1 D01=1 Views=1");
    }

    @Test
    void widensFirstAndLastWithViewsInAnyOrder() {
        for (long second : new long[] {500, 300, 400, 700, 600}) {
            write(List.of(view("a/", second, 1)));
        }
        assertThat(test.items("INDEX")).containsExactly("INDEX | a/ | First=300 Last=700 Views=5");
    }

    @Test
    void addsAMissingBoundOfAPage() {
        write(List.of(view("a/", 500, 1)));
        test.client()
                .updateItem(update -> update.tableName("PageTrackTable")
                        .key(new Attributes(Optional.empty()).index("a/"))
                        .updateExpression("REMOVE #last")
                        .expressionAttributeNames(Map.of("#last", Attributes.LAST)));
        write(List.of(view("a/", 600, 2)));
        assertThat(test.items("INDEX")).containsExactly("INDEX | a/ | First=500 Last=600 Views=2");
    }

    @Test
    void writesTheSameTableInAnyOrderAndChunksAndHoweverOften() {
        var all = new ArrayList<View>();
        for (int page = 0; page < 7; page++) {
            all.addAll(views("p" + page + "/", 1777590000L + page, 37 * page + 1));
        }
        write(all);
        var expected = test.items();
        var random = seed.random();
        for (int round = 0; round < 5; round++) {
            try (var other = new TestTable();
                    var ledger = other.table().ledger()) {
                for (int delivery = 0; delivery < 2; delivery++) {
                    Collections.shuffle(all, random);
                    for (var chunk : chunks(all, 1 + random.nextInt(300))) {
                        ledger.write(chunk);
                    }
                }
                assertThat(other.items()).isEqualTo(expected);
            }
        }
    }

    @Test
    void countsOnlyTheNewViewsOfAPartlyKnownBatch() {
        var views = views("a/", SECOND, 250);
        write(views.subList(100, 150));
        assertThat(write(views)).isEqualTo(new LedgerReport(200, 50, 0));
        assertThat(test.items("INDEX")).containsExactly("INDEX | a/ | First=1777810659 Last=1777810908 Views=250");
        assertThat(test.items("a/")).hasSize(250);
    }

    @Test
    void countsViewsOnceThatSeveralThreadsWriteAtTheSameTime() throws InterruptedException {
        var views = new ArrayList<View>();
        for (int page = 0; page < 5; page++) {
            views.addAll(views("p" + page + "/", SECOND, 120));
        }
        var failures = Collections.synchronizedList(new ArrayList<Throwable>());
        var threads = new ArrayList<Thread>();
        var random = seed.random();
        for (int writer = 0; writer < 4; writer++) {
            var own = new ArrayList<>(views);
            Collections.shuffle(own, random);
            var thread = new Thread(() -> chunks(own, 90).forEach(this::write));
            thread.setUncaughtExceptionHandler((any, failure) -> failures.add(failure));
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
        assertThat(test.items("INDEX"))
                .hasSize(5)
                .allMatch(item -> item.endsWith("First=1777810659 Last=1777810778 Views=120"));
    }

    @Test
    void capsTheNumberOfValuesThatAMonthCountsByName() {
        var views = new ArrayList<View>();
        for (int i = 0; i < 30; i++) {
            var host = "host" + i + ".example";
            views.add(new View("a/", SECOND + i, "1".repeat(39), "Firefox", "", host));
            views.add(new View("a/", SECOND + i, "2".repeat(39), "Firefox", "", "host3.example"));
        }
        views.forEach(view -> write(List.of(view)));
        var month = test.items("MONTH#2026-05").get(0);
        assertThat(month).contains(" R#host3.example=31 ").contains(" R#other=10 ");
        assertThat(month.split(" R#", -1)).hasSize(1 + 20 + 1);
    }

    @Test
    void keepsSitesApart() {
        try (var richard = test.as(test.client(), Optional.of("Richard")).ledger()) {
            richard.write(List.of(view("b/", SECOND, 1)));
        }
        write(List.of(view("a/", SECOND, 1)));
        assertThat(test.items().stream().map(item -> item.substring(0, item.indexOf(" | "))))
                .containsExactly(
                        "INDEX", "MONTH#2026-05", "Richard#INDEX", "Richard#MONTH#2026-05", "Richard#b/", "a/");
    }

    /** Writes views, and returns the report without the cost. */
    private LedgerReport write(Collection<View> views) {
        var report = test.write(views);
        return new LedgerReport(report.added(), report.known(), 0);
    }

    private static List<List<View>> chunks(List<View> views, int size) {
        var chunks = new ArrayList<List<View>>();
        for (int from = 0; from < views.size(); from += size) {
            chunks.add(List.copyOf(views.subList(from, Math.min(views.size(), from + size))));
        }
        return chunks;
    }
}
