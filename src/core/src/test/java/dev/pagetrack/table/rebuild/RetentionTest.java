package dev.pagetrack.table.rebuild;

import static dev.pagetrack.table.testing.TestTable.views;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.table.site.Retention;
import dev.pagetrack.table.testing.TestTable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetentionTest {

    /** 2026-05-03T12:17:39Z. */
    private static final long SECOND = 1777810659L;

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(SECOND), ZoneOffset.UTC);
    private static final Optional<Retention> MONTH = Optional.of(new Retention(30));

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
    void expiresARawViewTwoDaysAfterItIsTooOldToBeCounted() {
        try (var ledger = test.table().ledger(MONTH)) {
            ledger.write(views("a/", SECOND, 1));
        }
        assertThat(test.items("a/")).allMatch(item -> item.endsWith(" Expires=" + (SECOND + 32 * 86_400)));
        assertThat(new Retention(30).horizon(CLOCK)).isEqualTo("2026-04-03T00:00:00Z");
    }

    @Test
    void updatesTheExpiryOfExistingRawViewsOnce() {
        test.write(views("a/", SECOND, 30));
        test.write(views("b/", SECOND, 3));
        try (var ledger = test.table().ledger(MONTH)) {
            ledger.write(views("b/", SECOND + 10, 2));
        }
        assertThat(test.table().maintenance().changeRetention(MONTH, CLOCK)).isEqualTo(new ExpiryReport(2, 35, 33));
        assertThat(rawViews())
                .hasSize(35)
                .allMatch(item -> item.matches("./ \\| (\\d+)\\.\\d+ \\|.* Expires=\\d+.*")
                        && expires(item) - second(item) == 32 * 86_400);
        assertThat(test.table().maintenance().changeRetention(MONTH, CLOCK)).isEqualTo(new ExpiryReport(2, 35, 0));
        assertThat(test.table()
                        .maintenance()
                        .changeRetention(Optional.of(new Retention(5)), CLOCK)
                        .updated())
                .isEqualTo(35);
        assertThat(rawViews()).allMatch(item -> expires(item) - second(item) == 7 * 86_400);
        assertThat(test.table()
                        .maintenance()
                        .changeRetention(Optional.empty(), CLOCK)
                        .updated())
                .isEqualTo(35);
        assertThat(rawViews()).noneMatch(item -> item.contains("Expires"));
    }

    @Test
    void refusesInvalidRetentions() {
        for (int days : new int[] {-1, 0, 36_501}) {
            assertThatThrownBy(() -> new Retention(days))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("<retention> (pagetrack.retention) is " + days);
        }
    }

    private List<String> rawViews() {
        return test.items().stream().filter(item -> item.matches("[ab]/ .*")).toList();
    }

    private static long second(String item) {
        return Long.parseLong(item.replaceFirst("^./ \\| (\\d+)\\..*", "$1"));
    }

    private static long expires(String item) {
        return Long.parseLong(item.replaceFirst(".* Expires=(\\d+).*", "$1"));
    }
}
