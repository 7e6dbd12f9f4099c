package dev.pagetrack.ingest;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Ends an ingestion in order when the JVM is told to end, by Ctrl-C or SIGTERM: no transaction is cut off. Close it when
 * the ingestion has ended.
 */
public final class StopOnShutdown implements AutoCloseable {

    /** Longer than a call to the table may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Thread hook;
    private final CountDownLatch ended = new CountDownLatch(1);

    /** @param say takes what the user should know */
    public StopOnShutdown(Ingestion ingestion, Consumer<String> say) {
        hook = new Thread(() -> stop(ingestion, say), "pagetrack-shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop(Ingestion ingestion, Consumer<String> say) {
        ingestion.stop();
        try {
            if (ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                say.accept("Stopped. " + IngestRun.WAY_ON);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending: that is what it is for.
        }
    }
}
