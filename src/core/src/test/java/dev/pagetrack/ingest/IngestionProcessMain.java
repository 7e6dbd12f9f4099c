package dev.pagetrack.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.LogObjectId;
import dev.pagetrack.source.LogSources;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.item.TableConnection;
import dev.pagetrack.table.item.TableSettings;
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
 * An ingestion in its own JVM, so that tests can kill it. It prints a dot for every call to the table, and in the end
 * its report or the message of an error.
 */
final class IngestionProcessMain {

    /**
     * How many parts the log that is larger than the memory has: lines that are no views, and one view after each part.
     */
    private static final int PARTS = 30;

    private static final int PART_LINES = 60_000;

    private IngestionProcessMain() {}

    /**
     * Ingests.
     *
     * @param args the table's endpoint, and a folder of logs or {@code large}
     */
    public static void main(String[] args) throws IOException {
        var stopped = new CountDownLatch(1);
        try (var client = client(URI.create(args[0]), new Dots(stopped))) {
            var table = new PageTrackTable(
                    TableConnection.of(client), new TableSettings(TableSettings.DEFAULT_NAME, Optional.empty()));
            var settings = new IngestSettings(ViewPolicy.DEFAULT, Optional.empty(), false);
            var ingestion = new Ingestion(table, settings, Clock.systemUTC(), 60, 20, 2);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                ingestion.stop();
                stopped.countDown();
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

    private static DynamoDbClient client(URI endpoint, Dots dots) {
        return DynamoDbClient.builder()
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
                .endpointOverride(endpoint)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(override -> override.addExecutionInterceptor(dots))
                .build();
    }

    /**
     * Prints a dot for each call. The call with the number {@code -Dheld=} and all later ones wait until the ingestion
     * is stopped, so that it cannot finish before.
     */
    private static final class Dots implements ExecutionInterceptor {

        private final int held = Integer.getInteger("held", Integer.MAX_VALUE);
        private final AtomicInteger calls = new AtomicInteger();
        private final CountDownLatch stopped;

        Dots(CountDownLatch stopped) {
            this.stopped = stopped;
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
                stopped.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A log of gzip members that are generated while it is read. */
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
