package dev.pagetrack.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.LogObjectId;
import dev.pagetrack.source.LogSources;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.TableConnection;
import dev.pagetrack.table.TableSettings;
import dev.pagetrack.view.ViewPolicy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * An ingestion in a JVM of its own, to be killed. It writes a point to its standard output for every call to the table,
 * and its report, or what went wrong, in the end.
 */
final class ChildMain {

    /** Of the log that is larger than the memory: so many bytes of lines that are no views, a view between two parts. */
    private static final int PARTS = 30;

    private static final int PART_LINES = 60_000;

    private ChildMain() {}

    /**
     * Ingests.
     *
     * @param args the table's endpoint, and a folder of logs or {@code large}
     */
    public static void main(String[] args) throws IOException {
        var told = new CountDownLatch(1);
        try (var client = client(URI.create(args[0]), new Points(told))) {
            var table = new PageTrackTable(
                    TableConnection.of(client), new TableSettings(TableSettings.DEFAULT_NAME, Optional.empty()));
            var settings = new IngestSettings(ViewPolicy.DEFAULT, Optional.empty(), false);
            var ingestion = new Ingestion(table, settings, Clock.systemUTC(), 60, 20, 2);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                ingestion.stop();
                told.countDown();
            }));
            var logs = logs(args[1]);
            System.out.println(StopOnShutdown.during(ingestion, () -> ingestion.run(logs), System.out::println));
        } catch (RuntimeException e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
    }

    private static List<? extends LogObject> logs(String name) throws IOException {
        if (name.equals("large")) {
            return List.of(new LargeLog());
        }
        try (var sources = new LogSources(Path.of(""), () -> null, System.in)) {
            return sources.find(List.of(name), Optional.empty());
        }
    }

    private static DynamoDbClient client(URI endpoint, Points points) {
        return DynamoDbClient.builder()
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
                .endpointOverride(endpoint)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(override -> override.addExecutionInterceptor(points))
                .build();
    }

    /** Points, and from the call {@code -Dheld=} on a wait until the ingestion is told to stop: so it cannot be done before. */
    private static final class Points implements ExecutionInterceptor {

        private final int held = Integer.getInteger("held", Integer.MAX_VALUE);
        private final AtomicInteger calls = new AtomicInteger();
        private final CountDownLatch told;

        Points(CountDownLatch told) {
            this.told = told;
        }

        @Override
        public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
            int call = calls.incrementAndGet();
            System.out.print('.');
            System.out.flush();
            if (call >= held) {
                awaitStop();
            }
        }

        private void awaitStop() {
            try {
                told.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A log of gzip members that are made while it is read. */
    private static final class LargeLog implements LogObject {

        @Override
        public String name() {
            return "large";
        }

        @Override
        public LogObjectId id() {
            return new LogObjectId("test", "large");
        }

        @Override
        public InputStream open() {
            var noView = LogBytes.line("/a/", LogBytes.SECOND, 404, "x".repeat(50));
            var part = LogBytes.gzip(noView.repeat(PART_LINES));
            Enumeration<InputStream> parts = Collections.enumeration(IntStream.rangeClosed(0, PARTS)
                    .<InputStream>mapToObj(i -> i == 0 ? bytes(LogBytes.gzip(LogBytes.header())) : part(part, i))
                    .toList());
            return new SequenceInputStream(parts);
        }

        private static InputStream part(byte[] part, int i) {
            var view = LogBytes.gzip(LogBytes.view("/a/", LogBytes.SECOND, "view " + i));
            return new SequenceInputStream(bytes(part), bytes(view));
        }

        private static InputStream bytes(byte[] bytes) {
            return new ByteArrayInputStream(bytes);
        }
    }

    static long largeBytes() {
        return (long) PARTS
                * PART_LINES
                * LogBytes.line("/a/", LogBytes.SECOND, 404, "x".repeat(50)).getBytes(UTF_8).length;
    }

    static int largeViews() {
        return PARTS;
    }
}
