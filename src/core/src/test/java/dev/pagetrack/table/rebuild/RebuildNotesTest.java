package dev.pagetrack.table.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.table.Finding;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.TableDoctor;
import dev.pagetrack.table.site.RebuildNote;
import dev.pagetrack.table.site.RebuildNotes;
import dev.pagetrack.table.testing.MovableClock;
import dev.pagetrack.table.testing.TestTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several writers of uncounted raw views, and rebuilds beside them. */
class RebuildNotesTest {

    private static final long SECOND = 1_777_810_659L;
    private static final Instant NOW = Instant.parse("2026-09-20T12:00:00Z");

    private final MovableClock clock = new MovableClock(NOW);
    private TestTable test;
    private PageTrackTable table;

    @BeforeEach
    void createTable() {
        test = new TestTable();
        table = test.at(clock);
    }

    @AfterEach
    void closeTable() {
        test.close();
    }

    @Test
    void aRebuildKeepsTheNoteOfAWriterThatIsStillRunning() {
        table.maintenance().beginUncounted();
        test.writeRaw(TestTable.views("a/", SECOND, 3));
        rebuild();
        assertThat(table.maintenance().openNotes())
                .extracting(RebuildNote::began, RebuildNote::renewed, RebuildNote::ended)
                .containsExactly(tuple(NOW, NOW, false));
        // The writer goes on, and is killed.
        test.writeRaw(TestTable.views("a/", SECOND + 100, 4));
        assertThat(problems())
                .containsExactly(
                        "Raw views are being written that the figures do not count yet, by a bulk ingestion or a"
                                + " move that began at 2026-09-20T12:00:00Z and was last running at 2026-09-20T12:00:00Z. If it is"
                                + " not running any more, run pagetrack:rebuild after 2026-09-20T12:10:00Z.");
        clock.moveOn(Duration.ofMinutes(10));
        rebuild();
        assertThat(table.maintenance().isRebuildPending())
                .as("ten minutes are not over")
                .isTrue();
        clock.moveOn(Duration.ofSeconds(1));
        rebuild();
        assertThat(table.maintenance().isRebuildPending()).isFalse();
        assertThat(views()).isEqualTo(7);
        assertThat(problems()).isEmpty();
    }

    @Test
    void theEndOfOneWriterKeepsTheNoteOfAnother() {
        var one = table.maintenance().beginUncounted();
        var other = table.maintenance().beginUncounted();
        test.writeRaw(TestTable.views("a/", SECOND, 3));
        other.end();
        rebuild();
        assertThat(table.maintenance().openNotes()).hasSize(1);
        one.end();
        assertThat(table.maintenance().openNotes())
                .extracting(RebuildNote::ended)
                .containsExactly(true);
        rebuild();
        assertThat(table.maintenance().openNotes()).isEmpty();
    }

    @Test
    void aWriterRenewsItsNoteEachMinute() {
        var note = table.maintenance().beginUncounted();
        clock.moveOn(Duration.ofSeconds(59));
        note.renewIfDue();
        assertThat(renewed()).contains(NOW);
        clock.moveOn(Duration.ofSeconds(1));
        note.renewIfDue();
        assertThat(renewed()).contains(NOW.plusSeconds(60));
        for (int minute = 0; minute < 20; minute++) {
            clock.moveOn(Duration.ofMinutes(1));
            note.renewIfDue();
            rebuild();
            assertThat(renewed()).contains(clock.instant());
        }
    }

    @Test
    void aWriterWhoseNoteIsGoneRaisesItAgain() {
        var note = table.maintenance().beginUncounted();
        clock.moveOn(Duration.ofMinutes(11));
        rebuild();
        assertThat(table.maintenance().openNotes()).isEmpty();
        note.renewIfDue();
        test.writeRaw(TestTable.views("a/", SECOND, 3));
        assertThat(renewed()).contains(clock.instant());
        rebuild();
        assertThat(table.maintenance().isRebuildPending()).isTrue();
    }

    /** A writer that was asleep renews its note while a rebuild, which took it for dead, is at work. */
    @Test
    void aRebuildKeepsANoteThatIsRenewedMeanwhile() {
        var note = table.maintenance().beginUncounted();
        test.writeRaw(TestTable.views("a/", SECOND, 3));
        clock.moveOn(Duration.ofMinutes(11));
        var read = new RebuildNotes(test.open());
        var before = read.open();
        note.renewIfDue();
        read.removeCovered(before, clock.instant());
        assertThat(table.maintenance().openNotes()).hasSize(1);
    }

    private void rebuild() {
        table.maintenance().rebuild(new RebuildSettings(false, Optional.empty()));
    }

    private Optional<Instant> renewed() {
        return table.maintenance().openNotes().stream()
                .map(RebuildNote::renewed)
                .findFirst();
    }

    private long views() {
        return table.totals("").values().stream().mapToLong(PageTotal::views).sum();
    }

    private List<String> problems() {
        return TableDoctor.examine(table).stream()
                .filter(Finding::isProblem)
                .map(Finding::text)
                .filter(text -> !text.startsWith("The total is not the sum"))
                .toList();
    }
}
