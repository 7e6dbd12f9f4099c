package dev.pagetrack.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.UnreadableLogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {

    private static final String LOG = "#Fields: date time cs-uri-stem\n2026-05-03\t00:00:00\t/\n";

    @TempDir
    private Path base;

    @BeforeEach
    void writeLogs() throws IOException {
        for (var name : List.of(
                "logs/b.log", "logs/a.log", "logs/deep/c.log", "logs/.DS_Store", "logs/.cache/d.log", "other.log")) {
            Files.createDirectories(base.resolve(name).getParent());
            Files.writeString(base.resolve(name), LOG + name);
        }
    }

    @Test
    void findsAFolderWithAllBelowButHiddenFilesSorted() throws IOException {
        assertThat(find("logs")).containsExactly("logs/a.log", "logs/b.log", "logs/deep/c.log");
    }

    @Test
    void findsFilesAndGlobsEachOnce() throws IOException {
        assertThat(find("other.log", "logs/*.log", "logs/a.log"))
                .containsExactly("logs/a.log", "logs/b.log", "other.log");
        assertThat(find("logs/**.log")).containsExactly("logs/a.log", "logs/b.log", "logs/deep/c.log");
        assertThat(find("logs/?.log")).containsExactly("logs/a.log", "logs/b.log");
    }

    @Test
    void findsAbsolutePaths() throws IOException {
        assertThat(find(base.resolve("logs/a.log").toString())).containsExactly("logs/a.log");
    }

    @Test
    void refusesANameThatFindsNothing() {
        for (var name : List.of("lgos", "logs/*.gz", "nowhere/*.log")) {
            assertThatThrownBy(() -> find(name))
                    .isInstanceOf(UnreadableLogException.class)
                    .hasMessageStartingWith("<logs> names '" + name + "', but there is no log file");
        }
    }

    @Test
    void refusesNoNameAtAll() {
        assertThatThrownBy(this::find)
                .isInstanceOf(UnreadableLogException.class)
                .hasMessageStartingWith("<logs> (pagetrack.logs) names nothing.");
    }

    @Test
    void identifyAFileByItsContentPlainOrCompressed() throws IOException {
        var plain = base.resolve("logs/a.log");
        var compressed = base.resolve("copy.gz");
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(compressed))) {
            Files.copy(plain, gzip);
        }
        assertThat(new FileLog(compressed).id()).isEqualTo(new FileLog(plain).id());
        assertThat(new FileLog(base.resolve("logs/b.log")).id()).isNotEqualTo(new FileLog(plain).id());
    }

    private List<String> find(String... names) throws IOException {
        return LogFiles.find(base, List.of(names)).stream()
                .map(LogObject::name)
                .map(name -> base.toAbsolutePath()
                        .relativize(Path.of(name))
                        .toString()
                        .replace('\\', '/'))
                .toList();
    }
}
