package dev.pagetrack.bench.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.ingest.DryRun;
import dev.pagetrack.ingest.DryRunReport;
import dev.pagetrack.source.LogSources;
import dev.pagetrack.source.S3LogClient;
import dev.pagetrack.view.ViewPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogSetTest {

    private static final LogSet SET = new LogSet(5_003, 3, 40, 7);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void hasTheViewsThatADryRunFindsInEveryFormat(WrittenFormat format) throws IOException {
        var truth = SET.write(folder);
        var report = dryRun(folder.resolve(format.folder()));
        assertThat(report.pages()).isEqualTo(truth).hasSizeGreaterThan(30);
        assertThat(report.lines()).isEqualTo(SET.lines());
        assertThat(report.objects()).isEqualTo(SET.files());
    }

    @Test
    void writesTheExpectedViewsBesideTheLogs() throws IOException {
        assertThat(LogSet.hasTruth(folder)).isFalse();
        var truth = SET.write(folder);
        assertThat(LogSet.hasTruth(folder)).isTrue();
        assertThat(LogSet.truth(folder)).isEqualTo(truth);
    }

    @Test
    void dependsOnlyOnItsNumbers() throws IOException {
        var truth = SET.write(folder);
        var again = new LogSet(5_003, 3, 40, 7);
        assertThat(again.write(folder.resolve("again"))).isEqualTo(truth);
        assertThat(new LogSet(5_003, 3, 40, 8).write(folder.resolve("other"))).isNotEqualTo(truth);
        var file = "combined/access.00.log.gz";
        assertThat(folder.resolve("again/" + file)).hasSameBinaryContentAs(folder.resolve(file));
    }

    /** Pins the data, so that figures that were measured with it on different Java platforms can be compared. */
    @Test
    void isTheSameOnEveryPlatform() throws IOException {
        assertThat(mostViewed(SET.write(folder))).isEqualTo(Map.of("/", 238L));
    }

    private static Map<String, Long> mostViewed(Map<String, Long> views) {
        var most = views.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        return Map.of(most.getKey(), most.getValue());
    }

    private static DryRunReport dryRun(Path logs) throws IOException {
        return new DryRun(ViewPolicy.DEFAULT, 2)
                .run(new LogSources(logs, S3LogClient::open, System.in)
                        .find(List.of(logs.toString()), Optional.empty()));
    }
}
