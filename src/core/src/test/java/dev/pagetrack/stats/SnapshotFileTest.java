package dev.pagetrack.stats;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagetrack.figures.DailyViews;
import dev.pagetrack.figures.PageTotal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotFileTest {

    private static final Instant FIRST = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-02T03:04:05Z");

    private static final Snapshot SNAPSHOT = new Snapshot(
            Optional.of(new SnapshotSource("PageTrackTable", Optional.of("Richard"))),
            NOW,
            new TreeMap<>(Map.of("blog/\"ü\"/", new PageTotal(4, FIRST, NOW), "/", new PageTotal(1, NOW, NOW, true))),
            new TreeMap<>(Map.of(
                    YearMonth.of(2026, 3),
                    new TreeMap<>(Map.of("/", DailyViews.of(0, 1))),
                    YearMonth.of(2026, 2),
                    new TreeMap<>(Map.of("blog/\"ü\"/", DailyViews.of(4))),
                    YearMonth.of(2026, 1),
                    new TreeMap<>())),
            new TreeMap<>(Map.of(
                    YearMonth.of(2026, 2),
                    new TreeMap<>(Map.of("blog/\"ü\"/", new TreeMap<>(Map.of("other", 1L, "example.org", 2L)))),
                    YearMonth.of(2026, 3),
                    new TreeMap<>())),
            2);

    private static final String JSON = """
            {
              "version" : 1,
              "table" : "PageTrackTable",
              "siteId" : "Richard",
              "rebuilds" : 2,
              "asOf" : "2026-03-02T03:04:05Z",
              "totals" : {
                "/" : {
                  "views" : 1,
                  "first" : "2026-03-02T03:04:05Z",
                  "last" : "2026-03-02T03:04:05Z",
                  "inLowerCase" : true
                },
                "blog/\\"ü\\"/" : {
                  "views" : 4,
                  "first" : "2026-02-01T00:00:00Z",
                  "last" : "2026-03-02T03:04:05Z"
                }
              },
              "months" : {
                "2026-01" : { },
                "2026-02" : {
                  "blog/\\"ü\\"/" : [ 4 ]
                },
                "2026-03" : {
                  "/" : [ 0, 1 ]
                }
              },
              "referrers" : {
                "2026-02" : {
                  "blog/\\"ü\\"/" : {
                    "example.org" : 2,
                    "other" : 1
                  }
                },
                "2026-03" : { }
              }
            }
            """;

    @TempDir
    Path folder;

    private SnapshotFile file;

    @BeforeEach
    void nameFile() {
        file = new SnapshotFile(folder.resolve("new/snapshot.json"));
    }

    @Test
    void refusesTheRootOfAFileSystem() {
        var root = new SnapshotFile(requireNonNull(folder.toAbsolutePath().getRoot()));
        assertThatThrownBy(() -> root.write(SNAPSHOT))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("it is the root of a file system")
                .hasMessageContaining("set <snapshot> (pagetrack.snapshot)");
    }

    @Test
    void readsWhatItHasWritten() throws IOException {
        assertThat(file.read()).isEmpty();

        file.write(SNAPSHOT);

        assertThat(file.path()).hasContent(JSON);
        assertThat(file.read()).contains(SNAPSHOT);
        assertThat(Files.readAllBytes(file.path())).doesNotContain('\r');
    }

    @Test
    void replacesTheFile() {
        file.write(new Snapshot(FIRST, new TreeMap<>(), new TreeMap<>()));
        file.write(SNAPSHOT);

        assertThat(file.read()).contains(SNAPSHOT);
        assertThat(folder.resolve("new").toFile().list()).containsExactly("snapshot.json");
    }

    @Test
    void namesAFileThatCannotBeWritten() {
        var inAFile = new SnapshotFile(folder.resolve("new/snapshot.json/x"));
        file.write(SNAPSHOT);

        assertThatThrownBy(() -> inAFile.write(SNAPSHOT))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("The snapshot " + inAFile.path() + " cannot be written (")
                .hasMessageEndingWith("): set <snapshot> (pagetrack.snapshot) to a file that can be written.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "version" : 1 | "version" : 2 | it has version 2, but this version of pagetrack reads only version 1.
            "version" : 1 | "version" : 2, "new" : { } | it has version 2, but this version of pagetrack reads only version 1.
            "version" : 1, | `` | it is damaged (the field "version" is missing
            "months" : | "days" : 1, "months" : | it is damaged (there is no field "days"
            "views" : 4 | "views" : "4" | it is damaged ("views" should be a whole number, but is 4
            "views" : 4 | "views" : 4.5 | it is damaged ("views" should be a whole number, but is 4.5
            "views" : 4 | "views" : -4 | it is damaged (
            [ 4 ] | [ -4 ] | it is damaged (views must not be negative: -4
            [ 4 ] | [ null ] | it is damaged (
            "2026-02" | "2026-2" | it is damaged (Text '2026-2' could not be parsed
            "2026-02" | "2026-03" | it is damaged (Duplicate
            "version" : 1 | "version" : 1, "version" : 1 | it is damaged (Duplicate field 'version'
            "views" : 4 | "views" : 4, "views" : 4 | it is damaged (Duplicate field 'views'
            "asOf" : "2026 | "asOf" : "2126 | it is damaged ("asOf" should be from 1996-05-01T00:00:00Z to 2100-01-01T00:00:00Z
            "asOf" : "2026 | "asOf" : "1926 | it is damaged ("asOf" should be from 1996-05-01T00:00:00Z to 2100-01-01T00:00:00Z
            "asOf" : "2026 | "asOf" : "x2026 | it is damaged (Text 'x2026
            [ 0, 1 ] | [ 0, 1 | it is damaged (
            """)
    void refusesADamagedFileAndSaysWhatToDo(String right, String wrong, String message) throws IOException {
        assertThat(JSON).contains(right);
        Files.createDirectories(folder.resolve("new"));
        Files.writeString(file.path(), JSON.replace(right, wrong));

        assertThatThrownBy(file::read)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("The snapshot " + file.path() + " cannot be used: " + message)
                .hasMessageEndingWith(
                        " Delete it, or run pagetrack:fetch where the table can be reached to write it again.");
    }

    @Test
    void refusesATruncatedFile() throws IOException {
        Files.createDirectories(folder.resolve("new"));
        for (int length = 0; length < JSON.length() - 2; length += 7) {
            Files.writeString(file.path(), JSON.substring(0, length));
            assertThatThrownBy(file::read).hasMessageContaining("cannot be used: it is damaged (");
        }
    }

    @Test
    void writesWhatItsSchemaDescribes() throws IOException {
        var mapper = new ObjectMapper();
        try (var resource = SnapshotFile.class.getResourceAsStream("snapshot.schema.json")) {
            var schema = mapper.readTree(resource);
            var json = mapper.readTree(JSON);
            assertThat(schema.at("/properties/version/const").intValue()).isEqualTo(SnapshotJson.VERSION);
            assertThat(schema.get("properties").fieldNames())
                    .toIterable()
                    .containsExactlyElementsOf(() -> json.fieldNames());
            assertThat(schema.at("/properties/totals/additionalProperties/properties")
                            .fieldNames())
                    .toIterable()
                    .containsExactlyElementsOf(() -> json.at("/totals/~1").fieldNames());
        }
    }
}
