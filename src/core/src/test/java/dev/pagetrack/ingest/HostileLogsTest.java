package dev.pagetrack.ingest;

import static dev.pagetrack.ingest.LogBytes.SECOND;
import static dev.pagetrack.ingest.LogBytes.gzip;
import static dev.pagetrack.ingest.LogBytes.header;
import static dev.pagetrack.ingest.LogBytes.view;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.LogObjectId;
import dev.pagetrack.log.Rejection;
import dev.pagetrack.log.TestLogs;
import dev.pagetrack.source.FileLogObject;
import dev.pagetrack.table.testing.TestTable;
import dev.pagetrack.view.ViewPolicy;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged, malicious and unusual log objects, ingested into a table. */
class HostileLogsTest {

    private static final String GOOD = header() + view("/a/", SECOND, "1") + view("/b/", SECOND, "2");

    private TestTable test;

    @TempDir
    private Path folder;

    @BeforeEach
    void createTable() {
        test = new TestTable();
    }

    @AfterEach
    void closeTable() {
        test.close();
    }

    @Test
    void countsAllMembersOfAConcatenatedGzip() {
        var members = concat(gzip(header()), gzip(view("/a/", SECOND, "1")), gzip(""), gzip(view("/b/", SECOND, "2")));
        assertThat(ingest(TestLogs.of("log", members)).added()).isEqualTo(2);
    }

    @Test
    void readsAStreamToItsEndThatReportsNothingAvailable() {
        var members = concat(gzip(header()), gzip(view("/a/", SECOND, "1")));
        assertThat(ingest(streamed(() -> new Unavailable(members))).added()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 30})
    void countsNothingOfATruncatedObject(int missing) {
        var gzip = gzip(GOOD);
        assertRefused(TestLogs.of("log", Arrays.copyOf(gzip, gzip.length - missing)), "log is damaged: ");
    }

    @Test
    void countsNothingOfAnObjectWithTrailingGarbage() {
        assertRefused(TestLogs.of("log", concat(gzip(GOOD), "garbage".getBytes(UTF_8))), "log is damaged: ");
    }

    @Test
    void countsNothingOfAGzipBomb() {
        var bomb = gzip(GOOD + "x".repeat(80 << 20));
        assertRefused(TestLogs.of("log", bomb), "log is damaged: it inflates to more than 400 times its size");
    }

    @Test
    void refusesAPicture() throws IOException {
        var file =
                Files.write(folder.resolve("access.log.gz"), "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR".getBytes(ISO_8859_1));
        assertRefused(new FileLogObject(file), file + " is not a log that pagetrack reads");
    }

    @Test
    void rejectsALineOfAHundredMegabytesAsOneLine() {
        var report = ingest(streamed(() -> new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream((header() + view("/a/", SECOND, "1")).getBytes(UTF_8)),
                new Endless(100 << 20),
                new ByteArrayInputStream(("\n" + view("/b/", SECOND, "2")).getBytes(UTF_8)))))));
        assertThat(report.added()).isEqualTo(2);
        assertThat(requireNonNull(report.rejected().get(Rejection.LINE_TOO_LONG))
                        .lines())
                .isEqualTo(1);
    }

    @Test
    void rejectsBrokenTextLineByLine() {
        var text = GOOD + view("/\u00ff\u00fe/", SECOND, "3") + view("/%FF/", SECOND, "4")
                + view("/a%00b/", SECOND, "5") + "\0\0\0\n" + view("/a\0/", SECOND, "6");
        var report = ingest(TestLogs.of("log", text.getBytes(ISO_8859_1)));
        assertThat(report.added()).isEqualTo(2);
        assertThat(requireNonNull(report.rejected().get(Rejection.PATH)).lines())
                .isEqualTo(4);
        assertThat(requireNonNull(report.rejected().get(Rejection.MALFORMED)).lines())
                .isEqualTo(1);
    }

    @Test
    void readsWindowsLineEnds() {
        assertThat(ingest(TestLogs.of("log", GOOD.replace("\n", "\r\n").getBytes(UTF_8)))
                        .added())
                .isEqualTo(2);
        assertThat(test.items("INDEX")).hasSize(2);
        assertThat(ingest(TestLogs.of("the same", GOOD.getBytes(UTF_8))).known())
                .isEqualTo(2);
    }

    @Test
    void ingestsAnEmptyFile() throws IOException {
        var file = Files.createFile(folder.resolve("empty.log"));
        var gzip = Files.write(folder.resolve("empty.gz"), gzip(""));
        assertThat(ingest(new FileLogObject(file)).objects()).isEqualTo(1);
        assertThat(ingest(new FileLogObject(gzip)).skipped()).isEqualTo(1);
    }

    private void assertRefused(LogObject object, String message) {
        assertThatThrownBy(() -> ingest(object))
                .isInstanceOf(IncompleteIngestionException.class)
                .hasMessageStartingWith(message);
        assertThat(test.items()).allMatch(item -> item.startsWith("META | "));
    }

    private IngestReport ingest(LogObject object) {
        return new Ingestion(test.table(), ViewPolicy.DEFAULT).run(List.of(object));
    }

    private static byte[] concat(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        var all = new byte[length];
        int at = 0;
        for (var part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    private interface Opening {
        InputStream open();
    }

    private static LogObject streamed(Opening opening) {
        return new LogObject() {
            @Override
            public String name() {
                return "stream";
            }

            @Override
            public LogObjectId id() {
                return new LogObjectId("test", "stream");
            }

            @Override
            public InputStream open() {
                return opening.open();
            }
        };
    }

    private static final class Unavailable extends FilterInputStream {

        Unavailable(byte[] bytes) {
            super(new ByteArrayInputStream(bytes));
        }

        @Override
        public int available() {
            return 0;
        }
    }

    /** One line of the given number of bytes, made while it is read. */
    private static final class Endless extends InputStream {

        private long left;

        Endless(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int some = (int) Math.min(length, left);
            Arrays.fill(target, offset, offset + some, (byte) 'x');
            left -= some;
            return some;
        }
    }
}
