package dev.pagetrack.ingest;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.ingest.DeliveredObject.AlreadyIngested;
import dev.pagetrack.ingest.DeliveredObject.Counted;
import dev.pagetrack.ingest.DeliveredObject.Failed;
import dev.pagetrack.ingest.DeliveredObject.Result;
import dev.pagetrack.ingest.DeliveredObject.Unfinished;
import dev.pagetrack.ingest.DeliveredObject.Unreadable;
import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.LogObjectId;
import dev.pagetrack.log.TestLogs;
import dev.pagetrack.table.ledger.LedgerReport;
import dev.pagetrack.table.testing.TestTable;
import dev.pagetrack.view.ViewPolicy;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryIngestionTest {

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final String FIELDS =
            "#Fields: date time cs-method cs-uri-stem sc-status cs(User-Agent) x-edge-request-id";

    private final TestTable test = new TestTable();
    private final DeliveryIngestion ingestion = new DeliveryIngestion(test.table(), ViewPolicy.DEFAULT);

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void ingestsNineOfTenObjectsWhenOneIsNoLog() {
        var objects = new ArrayList<LogObject>(
                IntStream.range(0, 9).mapToObj(DeliveryIngestionTest::log).toList());
        objects.add(4, TestLogs.of("bad", "no log at all"));
        var report = ingestion.run(objects, LONG);
        assertThat(results(report)).hasSize(10);
        assertThat(results(report).get(4)).isInstanceOf(Unreadable.class);
        assertThat(results(report))
                .filteredOn(result -> result instanceof Counted)
                .hasSize(9);
        assertThat(report.written().added()).isEqualTo(9);
        assertThat(views()).isEqualTo(9);
    }

    @Test
    void skipsObjectsThatWereIngestedBefore() {
        ingestion.run(List.of(log(0)), LONG);
        var report = ingestion.run(List.of(log(0), log(1), log(1)), LONG);
        assertThat(results(report))
                .hasExactlyElementsOfTypes(AlreadyIngested.class, Counted.class, AlreadyIngested.class);
        assertThat(views()).isEqualTo(2);
    }

    @Test
    void passesOverAnObjectWithoutPageViewsAndReadsItOnce() throws IOException {
        var object = LogFilesTest.log("elb-access-log-test-file");
        var result = results(ingestion.run(List.of(object), LONG)).get(0);
        assertThat(((Counted) result).summary().passedOver()).contains("a test file of a load balancer");
        assertThat(results(ingestion.run(List.of(object), LONG))).hasExactlyElementsOfTypes(AlreadyIngested.class);
    }

    @Test
    void countsNothingOfAnObjectWhoseReadingFails() {
        var report = ingestion.run(List.of(breaking("broken", log(0)), log(1)), LONG);
        assertThat(results(report)).hasExactlyElementsOfTypes(Failed.class, Counted.class);
        assertThat(results(report).get(0)).isEqualTo(new Failed("broken cannot be read: connection reset"));
        assertThat(views()).isEqualTo(1);
    }

    @Test
    void refusesAnObjectThatIsTooLarge() {
        assertThat(results(
                        ingestion.run(List.of(sized(DeliveryRun.MAX_BYTES), sized(DeliveryRun.MAX_BYTES + 1)), LONG)))
                .hasExactlyElementsOfTypes(Counted.class, Unreadable.class);
    }

    @Test
    void leavesObjectsUnfinishedWhenItIsInterrupted() throws Exception {
        var reached = new CountDownLatch(1);
        var small = new DeliveryIngestion(test.table(), ViewPolicy.DEFAULT, 1);
        var objects = List.of(log(0), hanging(reached), log(2));
        var caller = Thread.currentThread();
        var stopper = new Thread(() -> {
            try {
                reached.await();
                caller.interrupt();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        stopper.start();
        var report = small.run(objects, LONG);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(results(report)).hasExactlyElementsOfTypes(Counted.class, Unfinished.class, Unfinished.class);
        stopper.join();
    }

    @Test
    void startsNothingWithoutTime() {
        var report = ingestion.run(List.of(log(0)), Duration.ZERO);
        assertThat(results(report)).containsExactly(new Unfinished());
        assertThat(report.written()).isEqualTo(LedgerReport.NONE);
        assertThat(test.items()).isEmpty();
    }

    @Test
    void leavesAnObjectUnfinishedWhenTheTimeIsOver() {
        var report = ingestion.run(List.of(hanging(new CountDownLatch(1))), Duration.ofMillis(1));
        assertThat(results(report)).containsExactly(new Unfinished());
    }

    @Test
    void failsAllObjectsWhenTheTableDoesNotExist() {
        var withoutTable = new DeliveryIngestion(test.missing(), ViewPolicy.DEFAULT);
        var report = withoutTable.run(List.of(log(0), log(1)), LONG);
        assertThat(results(report)).hasExactlyElementsOfTypes(Failed.class, Failed.class);
    }

    @Test
    void failsAllObjectsOfABatchThatCannotBeWritten() {
        test.corrupt("a/");
        assertThat(results(ingestion.run(List.of(log(0), log(1)), LONG)))
                .hasExactlyElementsOfTypes(Failed.class, Failed.class);
    }

    private long views() {
        return requireNonNull(test.table().totals("").get("a/")).views();
    }

    private static List<Result> results(DeliveryReport report) {
        return report.objects().stream().map(DeliveredObject::result).toList();
    }

    /** A log with one view. */
    private static LogObject log(int number) {
        return TestLogs.of(
                "log" + number,
                FIELDS,
                "2026-05-03\t12:17:39\tGET\t/a/\t200\tMozilla/5.0%20Firefox/122.0\tid" + number);
    }

    /** A log that fails after its last byte. */
    private static LogObject breaking(String name, LogObject whole) {
        return opening(name, () -> {
            byte[] bytes = whole.open().readAllBytes();
            var broken = new FilterInputStream(InputStream.nullInputStream()) {
                @Override
                public int read(byte[] target, int offset, int length) throws IOException {
                    throw new IOException("connection reset");
                }
            };
            return new SequenceInputStream(new ByteArrayInputStream(bytes), broken);
        });
    }

    /** A log that can never be opened: opening it blocks. */
    private static LogObject hanging(CountDownLatch reached) {
        return opening("hanging", () -> {
            reached.countDown();
            try {
                new CountDownLatch(1).await();
                return InputStream.nullInputStream();
            } catch (InterruptedException e) {
                throw new IOException("interrupted", e);
            }
        });
    }

    private static LogObject sized(long bytes) {
        return new LogObject() {
            @Override
            public String name() {
                return "of " + bytes;
            }

            @Override
            public LogObjectId id() {
                return new LogObjectId("test", name());
            }

            @Override
            public OptionalLong size() {
                return OptionalLong.of(bytes);
            }

            @Override
            public InputStream open() {
                return InputStream.nullInputStream();
            }
        };
    }

    private interface Opening {
        InputStream open() throws IOException;
    }

    private static LogObject opening(String name, Opening opening) {
        return new LogObject() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public LogObjectId id() {
                return new LogObjectId("test", name);
            }

            @Override
            public InputStream open() throws IOException {
                return opening.open();
            }
        };
    }
}
