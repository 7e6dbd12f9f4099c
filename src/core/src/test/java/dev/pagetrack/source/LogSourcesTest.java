package dev.pagetrack.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.UnreadableLogException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogSourcesTest {

    private static final String LOG = "#Fields: date time cs-uri-stem\n2026-05-03\t00:00:00\t/\n";

    @TempDir
    private Path base;

    private LogSources sources;

    @BeforeEach
    void writeLogs() throws IOException {
        Supplier<S3LogClient> none = () -> {
            throw new AssertionError("S3 is not needed here");
        };
        sources = new LogSources(base, none, new ByteArrayInputStream(LOG.getBytes(UTF_8)));
        for (var name : List.of(
                "logs/b.log", "logs/a.log", "logs/deep/c.log", "logs/.DS_Store", "logs/.cache/d.log", "other.log")) {
            Files.createDirectories(base.resolve(name).getParent());
            Files.writeString(base.resolve(name), LOG + name);
        }
    }

    @Test
    void findsAllFilesOfAFolderSortedExceptHiddenOnes() throws IOException {
        assertThat(find("logs")).containsExactly("logs/a.log", "logs/b.log", "logs/deep/c.log");
    }

    @Test
    void findsFilesAndGlobsWithoutDuplicates() throws IOException {
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
    void aLoopOfLinksStopsOnlyItself() throws IOException {
        Files.createSymbolicLink(base.resolve("logs/again"), base.resolve("logs"));
        Files.createSymbolicLink(base.resolve("logs/deep/up"), Path.of(".."));
        Files.createDirectory(base.resolve("far"));
        Files.writeString(base.resolve("far/e.log"), LOG + "far");
        Files.createSymbolicLink(base.resolve("logs/far"), base.resolve("far"));
        var warnings = new ArrayList<String>();
        var warning = new LogSources(base, () -> null, InputStream.nullInputStream(), warnings::add);
        for (var name : List.of("logs", "logs/**.log")) {
            warnings.clear();
            assertThat(warning.find(List.of(name), Optional.empty()))
                    .extracting(object -> base.toAbsolutePath()
                            .relativize(Path.of(object.name()))
                            .toString())
                    .containsExactly("logs/a.log", "logs/b.log", "logs/deep/c.log", "logs/far/e.log");
            assertThat(warnings)
                    .hasSize(2)
                    .anyMatch(text ->
                            text.startsWith(base.resolve("logs/again") + " is a link to a folder that it lies in"))
                    .anyMatch(text -> text.startsWith(base.resolve("logs/deep/up") + " is a link"));
        }
    }

    @Test
    void rejectsAnInvalidGlob() {
        assertThatThrownBy(() -> find("logs/[a*"))
                .isInstanceOf(UnreadableLogException.class)
                .hasMessageStartingWith("<logs> names 'logs/[a*', which is not a valid glob (")
                .hasMessageEndingWith("). Close each [ and {, or write \\ before it.");
    }

    @Test
    void rejectsANameThatFindsNothing() {
        for (var name : List.of("lgos", "logs/*.gz", "nowhere/*.log")) {
            assertThatThrownBy(() -> find(name))
                    .isInstanceOf(UnreadableLogException.class)
                    .hasMessageStartingWith("<logs> names '" + name + "', but there is no log file");
        }
    }

    @Test
    void leavesOutFilesLastModifiedBeforeADate() throws IOException {
        var since = Instant.parse("2026-05-01T00:00:00Z");
        Files.setLastModifiedTime(base.resolve("logs/a.log"), FileTime.from(since.minusSeconds(1)));
        Files.setLastModifiedTime(base.resolve("logs/b.log"), FileTime.from(since));
        assertThat(sources.find(List.of("logs/a.log", "logs/b.log"), Optional.of(since)))
                .map(LogObject::name)
                .containsExactly(base.resolve("logs/b.log").toString());
    }

    @Test
    void readsStandardInputRepeatedlyAndDeletesItsCopy() throws IOException {
        var logs = sources.find(List.of("-"), Optional.empty());
        assertThat(logs).map(LogObject::name).containsExactly("the standard input");
        for (int i = 0; i < 2; i++) {
            try (var in = logs.get(0).open()) {
                assertThat(in).hasContent(LOG);
            }
        }
        var file = ((FileLogObject) logs.get(0)).path();
        assertThat(file).exists();
        sources.close();
        assertThat(file).doesNotExist();
    }

    @Test
    void rejectsAnEmptyListOfNames() {
        assertThatThrownBy(this::find)
                .isInstanceOf(UnreadableLogException.class)
                .hasMessageStartingWith("<logs> (pagetrack.logs) names nothing.");
    }

    @Test
    void identifiesAFileByItsContentPlainOrCompressed() throws IOException {
        var plain = base.resolve("logs/a.log");
        var compressed = base.resolve("copy.gz");
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(compressed))) {
            Files.copy(plain, gzip);
        }
        assertThat(new FileLogObject(compressed).id()).isEqualTo(new FileLogObject(plain).id());
        assertThat(new FileLogObject(base.resolve("logs/b.log")).id()).isNotEqualTo(new FileLogObject(plain).id());
    }

    private List<String> find(String... names) throws IOException {
        return sources.find(List.of(names), Optional.empty()).stream()
                .map(LogObject::name)
                .map(name -> base.toAbsolutePath()
                        .relativize(Path.of(name))
                        .toString()
                        .replace('\\', '/'))
                .toList();
    }
}
