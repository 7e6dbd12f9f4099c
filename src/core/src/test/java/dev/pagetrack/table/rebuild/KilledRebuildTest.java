package dev.pagetrack.table.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.table.series.MigrationSettings;
import dev.pagetrack.table.testing.KilledProcess;
import dev.pagetrack.table.testing.SeriesTable;
import dev.pagetrack.table.testing.TestTable;
import dev.pagetrack.testing.Seed;
import dev.pagetrack.view.View;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Kills the process of a rebuild several times while the table stays. The rebuild may also migrate a table of the
 * series.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class KilledRebuildTest {

    private static final int KILLS = 10;
    private static final int PAGES = 100;
    private static final long SECOND = 1_777_810_659L;
    private static final long MONTH = 31 * 86_400L;
    private static final RebuildSettings NO_DRY_RUN = new RebuildSettings(false, Optional.empty());

    @RegisterExtension
    final Seed seed = Seed.ofEachRun();

    private final Random random = seed.random();

    @Test
    void endsWithTheSameTableAsAnUninterruptedRebuild() throws Exception {
        try (var uninterrupted = new TestTable();
                var killed = new TestTable()) {
            for (var table : List.of(uninterrupted, killed)) {
                table.writeRaw(views());
                table.table().maintenance().markRebuildPending();
            }
            uninterrupted.table().maintenance().rebuild(NO_DRY_RUN);
            killThenComplete(killed, 25, List.of());
            assertThat(killed.items()).isEqualTo(uninterrupted.items());
        }
    }

    @Test
    void migratesTheSameViewsAsAnUninterruptedRun() throws Exception {
        assertSameMigration("INDEX", 15, table -> {
            var article = SeriesTable.article(table.client());
            for (int page = 0; page < PAGES; page++) {
                article.views("P" + page + "/", SECOND, SECOND + 1, SECOND + MONTH)
                        .unlisted("old" + page + "/", "1777810660");
            }
        });
    }

    @Test
    void carriesOverTheSameViewsAsAnUninterruptedRun() throws Exception {
        assertSameMigration("Richard#INDEX", 30, table -> {
            var production = SeriesTable.production(table.client(), "Richard");
            for (int page = 0; page < PAGES; page++) {
                production
                        .views("P" + page + "/", SECOND, SECOND + MONTH)
                        .counters("P" + page + "/", "202603", Map.of("D01", 4L, "D30", 2L))
                        .counters("P" + page + "/", "202605", Map.of("D03", 3L));
            }
        });
    }

    private void assertSameMigration(String from, int writes, Consumer<TestTable> fill) throws Exception {
        try (var uninterrupted = new TestTable();
                var killed = new TestTable()) {
            fill.accept(uninterrupted);
            fill.accept(killed);
            var site = uninterrupted.as(uninterrupted.client(), Optional.of("blog"));
            site.maintenance().migrate(new MigrationSettings(from, RebuildMain.CUTOVER, false));
            site.maintenance().rebuild(NO_DRY_RUN);
            killThenComplete(killed, writes, List.of("blog", from));
            // How often a rollup was set depends on where the rebuilds were killed; its counts do not.
            assertThat(withoutRebuilt(killed.items())).isEqualTo(withoutRebuilt(uninterrupted.items()));
        }
    }

    /**
     * Kills the process ten times, then lets it run to its end.
     *
     * @param writes the most writes that it makes before it is killed: so few that the last run has something left to
     *     do
     */
    private void killThenComplete(TestTable killed, int writes, List<String> arguments) throws Exception {
        int port = killed.serve();
        var site = killed.as(killed.client(), arguments.stream().findFirst());
        int killedAtWork = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            int most = 1 + random.nextInt(writes);
            assertThat(runUntil(port, arguments, most)).as("run %d", kill).isEqualTo(new KilledProcess(most, true));
            killedAtWork += site.maintenance().isRebuildPending() ? 1 : 0;
        }
        // A migration notes the pending rebuild only after its first write, and the first kill may come before that.
        assertThat(killedAtWork).isGreaterThanOrEqualTo(KILLS - 1);
        var last = runUntil(port, arguments, Integer.MAX_VALUE);
        assertThat(last.wasKilled()).isFalse();
        assertThat(last.writes()).as("what the kills left to do").isPositive();
        assertThat(site.maintenance().isRebuildPending()).isFalse();
    }

    private static KilledProcess runUntil(int port, List<String> arguments, int writes)
            throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of(Integer.toString(port)));
        all.addAll(arguments);
        return KilledProcess.runUntil(writes, RebuildMain.class, all);
    }

    private static List<String> withoutRebuilt(List<String> items) {
        return items.stream()
                .map(item -> item.replaceAll(" Rebuilt=[0-9]+", ""))
                .toList();
    }

    private static List<View> views() {
        var views = new ArrayList<View>();
        for (int page = 0; page < PAGES; page++) {
            for (int month = 0; month < 3; month++) {
                views.addAll(TestTable.views("p" + page + "/", SECOND + month * MONTH, 2));
            }
        }
        return views;
    }
}
