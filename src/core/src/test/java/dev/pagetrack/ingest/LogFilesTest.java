package dev.pagetrack.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.Count;
import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.TestLogs;
import dev.pagetrack.view.ViewPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads the logs in {@code src/test/resources}, each of which has a file {@code .expected} beside it: what is counted,
 * what is rejected and why, or why the log is not read.
 */
class LogFilesTest {

    @ParameterizedTest
    @MethodSource("logs")
    void readsWhatIsExpected(String name) throws IOException {
        var expected =
                Files.readString(folder().resolve(name + ".expected"), UTF_8).strip();

        assertThat(read(name)).isEqualTo(expected);
    }

    static List<String> logs() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".log"))
                    .map(name -> name.substring(0, name.length() - ".log".length()))
                    .sorted()
                    .toList();
        }
    }

    static LogObject log(String name) throws IOException {
        return TestLogs.of(name, Files.readAllBytes(folder().resolve(name + ".log")));
    }

    private static String read(String name) throws IOException {
        var report = new DryRun(ViewPolicy.DEFAULT, 1).run(List.of(log(name)));
        var lines = new ArrayList<String>();
        report.unreadable().forEach(why -> lines.add("refused: " + why));
        report.passedOver().forEach((what, those) -> lines.add("passed over: " + what));
        if (report.unreadable().isEmpty()) {
            lines.add(Count.of(report.lines(), "line") + ", " + Count.of(report.counted(), "view"));
            new TreeMap<>(report.pages()).forEach((page, views) -> lines.add(page + " " + views));
            report.rejected().forEach((why, those) -> lines.add("rejected: " + why.label() + " " + those.lines()));
        }
        return String.join("\n", lines);
    }

    private static Path folder() {
        try {
            return Path.of(LogFilesTest.class.getResource("logs").toURI());
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
