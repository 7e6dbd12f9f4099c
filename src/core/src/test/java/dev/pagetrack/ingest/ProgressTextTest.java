package dev.pagetrack.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTextTest {

    private static final long MEGABYTE = 1_000_000;

    private final List<String> out = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);

    @Test
    void drawsABarWithTheRateAndTheRemainingTime() {
        try (var text = new ProgressText(clock, true, out::add)) {
            after(Duration.ofSeconds(10));
            text.reached(new IngestProgress(3, 10, 25 * MEGABYTE, 100 * MEGABYTE, 20 * MEGABYTE));
            after(Duration.ofMillis(199));
            text.reached(new IngestProgress(4, 10, 26 * MEGABYTE, 100 * MEGABYTE, 21 * MEGABYTE));
            after(Duration.ofMillis(9_801));
            text.reached(new IngestProgress(10, 10, 100 * MEGABYTE, 100 * MEGABYTE, 95 * MEGABYTE));
        }
        assertThat(out)
                .containsExactly(
                        "\r[######------------------] 25 %: 3 of 10 log objects, 2.0 MB/s, 0:38 left",
                        "\r[########################] 100 %: 10 of 10 log objects, 4.8 MB/s         ",
                        "\r" + " ".repeat(64),
                        "\r");
    }

    @Test
    void writesALineEveryTenSecondsWithoutATerminal() {
        try (var text = new ProgressText(clock, false, out::add)) {
            for (int second = 0; second < 25; second++) {
                text.reached(new IngestProgress(second, 7_300, second * MEGABYTE, 7_300 * MEGABYTE, second * MEGABYTE));
                after(Duration.ofSeconds(1));
            }
        }
        assertThat(out)
                .containsExactly(
                        "0 %: 10 of 7,300 log objects, 1.0 MB/s, 2:01 h left",
                        "0 %: 20 of 7,300 log objects, 1.0 MB/s, 2:01 h left");
    }

    @Test
    void countsObjectsWhenTheirSizesAreNotKnown() {
        var text = new ProgressText(clock, false, out::add);
        after(Duration.ofMinutes(1));
        text.reached(new IngestProgress(1, 2, 3 * MEGABYTE, 0, 3 * MEGABYTE));
        assertThat(out).containsExactly("50 %: 1 of 2 log objects, 0.1 MB/s");
    }

    private void after(Duration time) {
        now = now.plus(time);
    }
}
