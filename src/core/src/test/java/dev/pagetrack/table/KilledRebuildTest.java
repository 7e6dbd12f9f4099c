package dev.pagetrack.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.view.View;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A rebuild that is killed, again and again, while the table lives on. */
class KilledRebuildTest {

    private static final int KILLS = 10;
    private static final int PAGES = 100;
    private static final long SECOND = 1_777_810_659L;
    private static final long MONTH = 31 * 86_400L;

    @Test
    void endsWithTheTableOfOneThatRanThrough() throws Exception {
        try (var through = new TestTable();
                var killed = new TestTable()) {
            for (var table : List.of(through, killed)) {
                table.writeRaw(views());
                table.table().upkeep().markRebuildPending();
            }
            through.table().upkeep().rebuild(new RebuildSettings(false, Optional.empty()));
            int port = killed.serve();
            var random = new Random(4);
            for (int kill = 0; kill < KILLS; kill++) {
                assertThat(runUntil(port, 1 + random.nextInt(35)))
                        .as("run %d was killed", kill)
                        .isTrue();
            }
            assertThat(killed.table().upkeep().isRebuildPending()).isTrue();
            assertThat(runUntil(port, Integer.MAX_VALUE))
                    .as("the last run was killed")
                    .isFalse();
            assertThat(killed.items()).isEqualTo(through.items());
        }
    }

    /** Runs it until it has set so many rollups, and kills it then; false if it came to its end before. */
    private static boolean runUntil(int port, int rollups) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RebuildMain.class.getName(),
                        Integer.toString(port))
                .redirectErrorStream(true)
                .start();
        var output = new ArrayList<String>();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            int set = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                set += line.equals("set") ? 1 : 0;
                if (set == rollups) {
                    process.destroyForcibly().waitFor();
                    return true;
                }
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor()).as("%s", output).isZero();
        return false;
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
