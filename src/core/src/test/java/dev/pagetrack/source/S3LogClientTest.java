package dev.pagetrack.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.UnreadableLogException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class S3LogClientTest {

    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
    private static final byte[] CONTENT = "0123456789".repeat(10_000).getBytes(UTF_8);

    private S3Stub stub;
    private LogSources sources;

    @BeforeEach
    void startS3() throws IOException {
        stub = new S3Stub();
        sources = new LogSources(Path.of(""), () -> S3LogClient.open(stub.connection()), InputStream.nullInputStream());
    }

    @AfterEach
    void stopS3() throws IOException {
        sources.close();
        stub.close();
    }

    @Test
    void listsAllObjectsOfAPrefixSortedByKeyWithoutFoldersOrDuplicates() throws IOException {
        for (int i = 8; i > 0; i--) {
            stub.put("logs/cf/E1." + i + ".gz", CONTENT, MAY);
        }
        stub.put("logs/cf/", new byte[0], MAY);
        stub.put("logs/other/x", CONTENT, MAY);
        stub.put("elsewhere/cf/y", CONTENT, MAY);
        assertThat(names("s3://logs/cf/", "s3://logs/cf/E1.7"))
                .containsExactly(
                        "s3://logs/cf/E1.1.gz",
                        "s3://logs/cf/E1.2.gz",
                        "s3://logs/cf/E1.3.gz",
                        "s3://logs/cf/E1.4.gz",
                        "s3://logs/cf/E1.5.gz",
                        "s3://logs/cf/E1.6.gz",
                        "s3://logs/cf/E1.7.gz",
                        "s3://logs/cf/E1.8.gz");
        assertThat(names("s3://logs")).hasSize(9);
        assertThat(stub.requests()).allMatch(request -> request.matches("GET /logs/?"));
    }

    @Test
    void leavesOutObjectsLastModifiedBeforeADate() throws IOException {
        stub.put("logs/a", CONTENT, MAY.minusSeconds(1));
        stub.put("logs/b", CONTENT, MAY);
        assertThat(sources.find(List.of("s3://logs"), Optional.of(MAY)))
                .map(LogObject::name)
                .containsExactly("s3://logs/b");
        assertThat(sources.find(List.of("s3://logs"), Optional.of(MAY.plusSeconds(1))))
                .isEmpty();
    }

    @Test
    void identifiesAnObjectByItsETagWithoutReadingIt() throws IOException {
        stub.put("logs/a", CONTENT, MAY);
        stub.put("logs/b", CONTENT, MAY);
        var first = sources.find(List.of("s3://logs"), Optional.empty());
        stub.put("logs/a", "anew".getBytes(UTF_8), MAY);
        var second = sources.find(List.of("s3://logs"), Optional.empty());
        assertThat(second.get(1).id()).isEqualTo(first.get(1).id());
        assertThat(second.get(0).id()).isNotEqualTo(first.get(0).id());
        assertThat(first.get(0).id()).isNotEqualTo(first.get(1).id());
        assertThat(first.get(0).id().source()).isEqualTo("logs");
        assertThat(first.get(0).size()).hasValue(CONTENT.length);
        try (var logs = S3LogClient.open(stub.connection())) {
            assertThat(logs.log("logs", "b", Optional.empty()).id())
                    .isEqualTo(first.get(1).id());
        }
        assertThat(stub.requests()).noneMatch(request -> request.startsWith("GET /logs/a"));
    }

    @Test
    void continuesReadingWhereAConnectionBroke() throws IOException {
        stub.put("logs/a", CONTENT, MAY);
        stub.breakConnections(30_000, 3);
        assertThat(read("s3://logs/a")).isEqualTo(CONTENT);
        assertThat(stub.requests()).filteredOn("GET /logs/a"::equals).hasSize(4);
    }

    @Test
    void givesUpIfTheConnectionBreaksRepeatedly() {
        stub.put("logs/a", CONTENT, MAY);
        stub.breakConnections(0, 1_000);
        assertThatThrownBy(() -> read("s3://logs/a"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the connection broke 5 times after 0 of 100000 bytes");
    }

    @Test
    void failsIfAnObjectIsOverwrittenBeforeItIsRead() throws IOException {
        stub.put("logs/a", CONTENT, MAY);
        var log = sources.find(List.of("s3://logs"), Optional.empty()).get(0);
        stub.put("logs/a", "anew".getBytes(UTF_8), MAY);
        assertThatThrownBy(() -> log.open().readAllBytes())
                .hasMessage("it was overwritten while it was read. Run again.");
    }

    @Test
    void explainsWhatIsNotFound() {
        assertThatThrownBy(() -> names("s3://logs/x"))
                .isInstanceOf(UnreadableLogException.class)
                .hasMessage("<logs> names 's3://logs/x', but no object of that bucket has a key that begins with 'x'.");
        for (var name : List.of("s3://", "s3:///x", "s3://logs/2026-*")) {
            assertThatThrownBy(() -> names(name))
                    .isInstanceOf(UnreadableLogException.class)
                    .hasMessageStartingWith("<logs> names '" + name + "': write s3://bucket/prefix");
        }
        assertThatThrownBy(() -> {
                    try (var logs = S3LogClient.open(stub.connection())) {
                        logs.log("logs", "gone", Optional.empty()).id();
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("it does not exist or was deleted.");
    }

    private byte[] read(String name) throws IOException {
        var log = sources.find(List.of(name), Optional.empty()).get(0);
        try (var in = log.open()) {
            return in.readAllBytes();
        }
    }

    private List<String> names(String... names) throws IOException {
        return sources.find(List.of(names), Optional.empty()).stream()
                .map(LogObject::name)
                .toList();
    }
}
