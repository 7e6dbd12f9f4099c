package dev.pagetrack.ingest;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Ends an ingestion in order when the JVM is told to end, by Ctrl-C or SIGTERM: no transaction is cut off. */
public final class StopOnShutdown {

    /** Longer than a call to the table may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Ingestion ingestion;
    private final Consumer<String> say;
    private final CountDownLatch ended = new CountDownLatch(1);

    private StopOnShutdown(Ingestion ingestion, Consumer<String> say) {
        this.ingestion = ingestion;
        this.say = say;
    }

    /**
     * Runs an ingestion.
     *
     * @param run runs it
     * @param say takes what the user should know when it was stopped
     */
    public static <T> T during(Ingestion ingestion, Supplier<T> run, Consumer<String> say) {
        var shutdown = new StopOnShutdown(ingestion, say);
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
            // The JVM is ending: that is what it is for.
        }
    }

    private void stop() {
        ingestion.stop();
        try {
            if (ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                say.accept("Stopped. " + IngestRun.WAY_ON);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
