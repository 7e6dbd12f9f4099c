package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LogReaderTest {

    private static final String FIELDS = "#Fields: date time cs-uri-stem";

    @Test
    void reportsNothingForAnEmptyObject() throws IOException {
        assertThat(TestLogs.read(TestLogs.of("log", new byte[0]))).isEmpty();
        assertThat(TestLogs.read(TestLogs.of("log", GunzipInputStreamTest.gzip(""))))
                .isEmpty();
    }

    @Test
    void reportsNothingForAnObjectOfBlankLines() throws IOException {
        assertThat(TestLogs.read(TestLogs.of("log", "\n \r\n\n".getBytes(ISO_8859_1))))
                .isEmpty();
    }

    /** As {@code cat} writes it. */
    @Test
    void readsFilesThatWereJoinedEachWithAByteOrderMark() throws IOException {
        var mark = "\u00ef\u00bb\u00bf";
        var w3c = mark + FIELDS + "\n2026-05-03\t00:00:00\t/\n";
        var other = mark + "#Fields: time date cs-uri-stem\n00:00:01\t2026-05-03\t/\n";
        assertThat(TestLogs.read(TestLogs.of("log", (w3c + w3c + other).getBytes(ISO_8859_1))))
                .containsExactly("cloudfront", "2 1777766400", "4 1777766400", "6 1777766401");
        var json = mark + "{\"timestamp\":1777766400,\"cs-uri-stem\":\"/\"}\n";
        assertThat(TestLogs.read(TestLogs.of("log", (json + json).getBytes(ISO_8859_1))))
                .containsExactly("cloudfront-json", "1 1777766400", "2 1777766400");
        var combined = mark + "192.0.2.1 - - [03/May/2026:00:00:00 +0000] \"GET / HTTP/1.1\" 200 1 \"-\" \"M/1\"\n";
        assertThat(TestLogs.read(TestLogs.of("log", (combined + combined).getBytes(ISO_8859_1)), Field.ADDRESS))
                .containsExactly("combined", "1 1777766400 192.0.2.1", "2 1777766400 192.0.2.1");
    }

    @Test
    void recognisesGzipByContentAndNotByName() throws IOException {
        var log = TestLogs.of("log.txt", GunzipInputStreamTest.gzip(FIELDS + "\n2026-05-03\t00:00:00\t/\n"));
        assertThat(TestLogs.read(log)).containsExactly("cloudfront", "2 1777766400");
    }

    @Test
    void rejectsAFileThatIsNotALogAndQuotesItsBeginning() {
        byte[] png = "\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1);
        assertThatThrownBy(() -> TestLogs.read(TestLogs.of("logs/cat.log.gz", png)))
                .isInstanceOf(UnreadableLogException.class)
                .hasMessage(
                        "logs/cat.log.gz is not a log that pagetrack reads (CloudFront W3C log, CloudFront JSON log, S3 server access log, Application Load Balancer access log, Apache or nginx combined or common log):"
                                + " it begins with \"?PNG\". Leave it out of <logs>.");
    }

    @Test
    void rejectsADamagedObjectAndSaysWhatToDo() throws IOException {
        var gzip = GunzipInputStreamTest.gzip(FIELDS + "\n" + "2026-05-03\t00:00:00\t/\n".repeat(5000));
        assertThatThrownBy(() -> TestLogs.read(TestLogs.of("a.gz", Arrays.copyOf(gzip, gzip.length - 9))))
                .isInstanceOf(UnreadableLogException.class)
                .hasMessage("a.gz is damaged: it ends too early: a part of it is missing. Nothing of it was counted;"
                        + " fetch it again, or leave it out of <logs>.");
    }

    @Test
    void rejectsALineLongerThanTheBufferAndReadsTheNext() throws IOException {
        for (int length : new int[] {65_537, 262_144, 262_145, 1_000_000}) {
            var log = TestLogs.of("log", FIELDS, "x".repeat(length), "2026-05-03\t00:00:00\t/", "y".repeat(length));
            assertThat(TestLogs.read(log))
                    .as("%s bytes", length)
                    .containsExactly("cloudfront", "2 line-too-long", "3 1777766400", "4 line-too-long");
        }
    }

    @Test
    void readsLinesAcrossTheEndOfTheBuffer() throws IOException {
        var line = "2026-05-03\t00:00:00\t/" + "a".repeat(300);
        var lines = new String[5000];
        Arrays.fill(lines, line);
        lines[0] = FIELDS;
        assertThat(TestLogs.read(TestLogs.of("log", lines), Field.PATH))
                .hasSize(5000)
                .allMatch(text -> text.equals("cloudfront") || text.endsWith(" /" + "a".repeat(300)));
    }
}
