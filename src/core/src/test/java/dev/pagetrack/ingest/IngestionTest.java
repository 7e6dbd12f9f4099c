package dev.pagetrack.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.ingest.DryRunReport.PassedOver;
import dev.pagetrack.ingest.DryRunReport.Rejected;
import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.LogObjectId;
import dev.pagetrack.log.Rejection;
import dev.pagetrack.log.TestLogs;
import dev.pagetrack.source.FileLogObject;
import dev.pagetrack.table.item.TableException;
import dev.pagetrack.table.testing.TestTable;
import dev.pagetrack.view.ViewPolicy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngestionTest {

    private static final String FIELDS =
            "#Fields: date time cs-method cs-uri-stem sc-status cs(User-Agent) x-edge-request-id";

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
    void countsEveryLineOrReportsTheReasonForRejection() {
        var report = ingest(
                TestLogs.of("one", FIELDS, line("/a/", 200, 1), line("/a/", 404, 2), line("/x.css", 200, 3), "?"));
        assertThat(report)
                .isEqualTo(report(
                        1,
                        0,
                        4,
                        1,
                        1,
                        0,
                        Map.of(
                                Rejection.MALFORMED,
                                new Rejected(1, "one", 5),
                                Rejection.STATUS,
                                new Rejected(1, "one", 3),
                                Rejection.NOT_A_PAGE,
                                new Rejected(1, "one", 4))));
        assertThat(test.items("INDEX")).containsExactly("INDEX | a/ | First=1777810659 Last=1777810659 Views=1");
        assertThat(test.items("OBJECT#test"))
                .containsExactly(
                        "OBJECT#test | one | Counted=1 Examples={malformed:5,not-a-page:4,status:3} Format=cloudfront Lines=4 Name=one"
                                + " Rejected={malformed:1,not-a-page:1,status:1}");
    }

    @Test
    void changesNothingWhenTheSameLogIsIngestedAgain() {
        var log = TestLogs.of("one", FIELDS, line("/a/", 200, 1), line("/b/", 200, 2));
        ingest(log);
        var items = test.items();
        assertThat(ingest(log)).isEqualTo(report(0, 1, 0, 0, 0, 0, Map.of()));
        assertThat(test.items()).isEqualTo(items);
    }

    @Test
    void countsARecordInTwoObjectsOnce() {
        var report = ingest(
                TestLogs.of("one", FIELDS, line("/a/", 200, 1), line("/a/", 200, 2)),
                TestLogs.of("two", FIELDS, line("/a/", 200, 2), line("/a/", 200, 3), line("/a/", 200, 3)));
        assertThat(report).isEqualTo(report(2, 0, 5, 5, 3, 2, Map.of()));
    }

    @Test
    void marksALogObjectAsIngestedOnlyWhenAllItsViewsAreInTheTable() {
        var done = TestLogs.of("done", FIELDS, line("/a/", 200, 1));
        var filler = "x".repeat(70_000);
        var whole = TestLogs.of("cut", FIELDS, line("/a/", 200, 2), line("/a/", 200, 3), filler, line("/a/", 200, 4));
        var cut = cutAfter(whole, 4, 3);
        assertThatThrownBy(() -> inBatchesOfTwo().run(List.of(done, cut)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cut cannot be read: connection reset");
        assertThat(test.items("INDEX")).allMatch(item -> item.endsWith("Views=3"));
        assertThat(test.items("OBJECT#test")).hasSize(1).allMatch(item -> item.startsWith("OBJECT#test | done |"));
        assertThat(withoutUnits(inBatchesOfTwo().run(List.of(done, whole))))
                .isEqualTo(report(1, 1, 4, 3, 1, 2, Map.of(Rejection.LINE_TOO_LONG, new Rejected(1, "cut", 4))));
        assertThat(test.items("INDEX")).allMatch(item -> item.endsWith("Views=4"));
        assertThat(test.items("OBJECT#test")).hasSize(2);
    }

    @Test
    void marksNoLogObjectAsIngestedWhoseViewsCannotBeWritten() {
        test.corrupt("a/");
        var log = TestLogs.of("one", FIELDS, line("/a/", 200, 1), line("/b/", 200, 2));
        assertThatThrownBy(() -> ingest(log)).isInstanceOf(TableException.class);
        assertThat(test.items("OBJECT#test")).isEmpty();
    }

    /** The second of equal lines was taken for the first if a line before them was more than an hour later. */
    @ParameterizedTest
    @CsvSource({"one-future-line-then-equal-lines, 3", "times-running-backwards, 4"})
    void countsEachOfEqualLinesInALogWhoseTimesRunBackwards(String log, int views) throws IOException {
        var report = ingest(LogFilesTest.log(log));
        assertThat(report.added()).isEqualTo(views);
        assertThat(report.known()).isZero();
        assertThat(test.items("eq.html")).hasSize(2);
    }

    @Test
    void passesOverFilesWithoutPageViewsAndReadsThemOnce() throws IOException {
        var trail = new FileLogObject(Files.writeString(folder.resolve("trail.json"), "{\"Records\":[]}"));
        var log = LogFilesTest.log("elb-access-log-test-file");
        var report = ingest(trail, log, LogFilesTest.log("cloudfront-stem-encoded-twice"));
        assertThat(report.objects()).isEqualTo(1);
        assertThat(report.unreadable()).isEmpty();
        assertThat(report.passedOver())
                .containsExactly(
                        entry("a CloudTrail log", new PassedOver(1, trail.name())),
                        entry("a test file of a load balancer", new PassedOver(1, log.name())));
        assertThat(test.items("OBJECT#files")).singleElement().asString().contains("no-views");

        var again = ingest(trail, log);
        assertThat(again.skipped()).isEqualTo(2);
        assertThat(again.passedOver()).isEmpty();
    }

    @Test
    void ingestsAllLogsAndThenNamesTheUnreadableOnes() throws IOException {
        var good = Files.writeString(folder.resolve("good.log"), FIELDS + "\n" + line("/a/", 200, 1));
        var bad = Files.writeString(folder.resolve("notes.txt"), "Dear diary");
        assertThatThrownBy(() -> ingest(new FileLogObject(bad), new FileLogObject(good)))
                .isInstanceOfSatisfying(
                        IncompleteIngestionException.class,
                        e -> assertThat(withoutUnits(e.report()))
                                .isEqualTo(new IngestReport(
                                        1,
                                        Map.of(),
                                        0,
                                        1,
                                        1,
                                        1,
                                        0,
                                        0,
                                        Map.of(),
                                        Map.of(),
                                        List.of(e.getMessage()),
                                        Set.of())))
                .hasMessageContaining("notes.txt is not a log that pagetrack reads")
                .hasMessageContaining("\"Dear diary\"");
        assertThat(test.items("INDEX")).hasSize(1);
        assertThat(test.items("OBJECT#files")).hasSize(1);
        Files.writeString(bad, "Dear diary, once more");
        var worse = Files.writeString(folder.resolve("worse.txt"), "PK");
        assertThatThrownBy(() -> ingest(new FileLogObject(bad), new FileLogObject(good), new FileLogObject(worse)))
                .hasMessageStartingWith("2 log objects cannot be read:\n")
                .hasMessageContaining("\n" + worse + " is not a log");
    }

    @Test
    void countsFromTheCutoverOnThatTheFirstRunSets() {
        // All lines are of 2026-05-03T12:17:39Z.
        var log = TestLogs.of("one", FIELDS, line("/a/", 200, 1), line("/b/", 404, 2));
        var later = ViewPolicy.DEFAULT.withCutover(Optional.of(LocalDate.of(2026, 5, 4)));
        assertThat(new Ingestion(test.table(), later).run(List.of(log)).rejected())
                .containsOnlyKeys(Rejection.BEFORE_CUTOVER, Rejection.STATUS);
        assertThat(ingest(TestLogs.of("two", FIELDS, line("/a/", 200, 1))).added())
                .isZero();
        var other = new Ingestion(test.table(), ViewPolicy.DEFAULT.withCutover(Optional.of(LocalDate.of(2026, 5, 3))));
        assertThatThrownBy(() -> other.run(List.of(log)))
                .hasMessageContaining("but this site counts views from logs since 2026-05-04")
                .hasMessageEndingWith("Use that day, or a new <siteId> (pagetrack.siteId).");
    }

    @Test
    void countsViewsOnTheDayOfTheCutover() {
        var thatDay = ViewPolicy.DEFAULT.withCutover(Optional.of(LocalDate.of(2026, 5, 3)));
        var log = TestLogs.of("one", FIELDS, line("/a/", 200, 1));
        assertThat(new Ingestion(test.table(), thatDay).run(List.of(log)).added())
                .isEqualTo(1);
    }

    @Test
    void refusesACutoverWhereViewsOfAnyTimeWereCounted() {
        ingest(TestLogs.of("one", FIELDS, line("/a/", 200, 1)));
        var late = new Ingestion(test.table(), ViewPolicy.DEFAULT.withCutover(Optional.of(LocalDate.of(2026, 5, 3))));
        assertThatThrownBy(() -> late.run(List.of())).hasMessageContaining("counts views of any time");
    }

    @Test
    void reportsItsProgressWhileItReadsAFileTwice() throws IOException {
        var file = Files.writeString(
                folder.resolve("large"),
                FIELDS + "\n" + line("/a/", 404, 1).repeat(30_000).replaceAll("(?=2026)", "\n"));
        long size = Files.size(file);
        var reported = Collections.synchronizedList(new ArrayList<IngestProgress>());
        new Ingestion(test.table(), ViewPolicy.DEFAULT).run(List.of(new FileLogObject(file)), reported::add);
        assertThat(reported).allMatch(progress -> progress.bytes() == 2 * size);
        assertThat(reported)
                .extracting(IngestProgress::doneBytes)
                .isSorted()
                .anyMatch(done -> done < size)
                .anyMatch(done -> done > size && done < 2 * size)
                .last()
                .isEqualTo(2 * size);
    }

    @Test
    void ingestsAnEmptyObject() {
        assertThat(ingest(TestLogs.of("none", new byte[0]))).isEqualTo(report(1, 0, 0, 0, 0, 0, Map.of()));
        assertThat(test.items("OBJECT#test"))
                .containsExactly(
                        "OBJECT#test | none | Counted=0 Examples={} Format=empty Lines=0 Name=none Rejected={}");
    }

    private Ingestion inBatchesOfTwo() {
        var settings = new IngestSettings(ViewPolicy.DEFAULT, Optional.empty(), false);
        return new Ingestion(test.table(), settings, Clock.systemUTC(), 2, 1, 1);
    }

    /**
     * The same log object, but its connection breaks.
     *
     * @param lines how many lines can be read before that
     * @param opening from which opening on it breaks, counted from 1
     */
    private static LogObject cutAfter(LogObject whole, int lines, int opening) {
        return new LogObject() {

            private int opened;

            @Override
            public String name() {
                return whole.name();
            }

            @Override
            public LogObjectId id() throws IOException {
                return whole.id();
            }

            @Override
            public InputStream open() throws IOException {
                if (++opened < opening) {
                    return whole.open();
                }
                var text = new String(whole.open().readAllBytes(), UTF_8);
                var begin = text.lines().limit(lines).collect(joining("\n", "", "\n"));
                return new SequenceInputStream(new ByteArrayInputStream(begin.getBytes(UTF_8)), new Broken());
            }
        };
    }

    private static final class Broken extends InputStream {

        @Override
        public int read() throws IOException {
            throw new SocketException("connection reset");
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return read();
        }
    }

    private IngestReport ingest(LogObject... objects) {
        return withoutUnits(new Ingestion(test.table(), ViewPolicy.DEFAULT).run(List.of(objects)));
    }

    private static IngestReport withoutUnits(IngestReport report) {
        return new IngestReport(
                report.objects(),
                report.passedOver(),
                report.skipped(),
                report.lines(),
                report.counted(),
                report.added(),
                report.known(),
                0,
                report.rejected(),
                report.suspected(),
                report.unreadable(),
                report.changedPolicy());
    }

    private static IngestReport report(
            long objects,
            long skipped,
            long lines,
            long counted,
            long added,
            long known,
            Map<Rejection, Rejected> rejected) {
        return new IngestReport(
                objects, Map.of(), skipped, lines, counted, added, known, 0, rejected, Map.of(), List.of(), Set.of());
    }

    private static String line(String path, int status, int id) {
        return "2026-05-03\t12:17:39\tGET\t" + path + "\t" + status + "\tMozilla/5.0%20Firefox/122.0\tid-" + id;
    }
}
