package dev.pagetrack.ingest;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Stops an ingestion cleanly when the JVM shuts down (Ctrl-C or SIGTERM): it waits for running transactions to end. */
public final class StopOnShutdown {

    /** How long to wait for the ingestion to end; longer than a call to the table may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Ingestion ingestion;
    private final Consumer<String> messages;
    private final CountDownLatch ended = new CountDownLatch(1);

    private StopOnShutdown(Ingestion ingestion, Consumer<String> messages) {
        this.ingestion = ingestion;
        this.messages = messages;
    }

    /**
     * Runs an ingestion, and stops it if the JVM shuts down meanwhile.
     *
     * @param ingestion the ingestion to stop
     * @param run runs the ingestion
     * @param messages receives a message for the user if the ingestion was stopped
     */
    public static <T> T during(Ingestion ingestion, Supplier<T> run, Consumer<String> messages) {
        var shutdown = new StopOnShutdown(ingestion, messages);
        var hook = new Thread(shutdown::stop, "pagetrack-shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return run.get();
        } finally {
            shutdown.ended.countDown();
            remove(hook);
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is shutting down, so the hook is running and cannot be removed.
        }
    }

    private void stop() {
        ingestion.stop();
        try {
            if (ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                messages.accept("Stopped. " + IngestRun.RESUME_HINT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
