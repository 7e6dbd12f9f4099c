package dev.pagetrack.ingest;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.log.LogObject;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.view.ViewPolicy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Ingests log objects that were delivered together, within a time limit. Their views are written together, which makes
 * small objects cheap. Each object has its own result, and a problem with one does not stop the others.
 */
public final class DeliveryIngestion {

    /** How many views are written together. Larger batches need fewer rollup updates; 20,000 views take some 10 MB. */
    private static final int BATCH = 20_000;

    /**
     * How long to wait, after the time limit, for transactions that are still running. DynamoDB completes or cancels
     * them anyway, but the report is more accurate if they end before it is made.
     */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final PageTrackTable table;
    private final IngestSettings settings;
    private final Clock clock;
    private final int batchSize;

    public DeliveryIngestion(PageTrackTable table, ViewPolicy policy) {
        this(table, policy, BATCH);
    }

    /** @param clock decides which views are older than the retention */
    public DeliveryIngestion(PageTrackTable table, IngestSettings settings, Clock clock) {
        this(table, settings, clock, BATCH);
    }

    /** For tests: with a small batch size, a few views fill several batches. */
    DeliveryIngestion(PageTrackTable table, ViewPolicy policy, int batchSize) {
        this(table, new IngestSettings(policy, Optional.empty(), false), Clock.systemUTC(), batchSize);
    }

    private DeliveryIngestion(PageTrackTable table, IngestSettings settings, Clock clock, int batchSize) {
        this.table = requireNonNull(table, "table");
        this.settings = requireNonNull(settings, "settings");
        this.clock = requireNonNull(clock, "clock");
        this.batchSize = batchSize;
    }

    /**
     * Ingests log objects.
     *
     * @param objects the log objects, each listed once
     * @param limit the time limit; objects not done by then are {@link DeliveredObject.Unfinished}. If it is zero or
     *     negative, nothing is started
     */
    public DeliveryReport run(List<? extends LogObject> objects, Duration limit) {
        var run = new DeliveryRun(table, settings, clock, batchSize);
        if (!limit.isNegative() && !limit.isZero()) {
            var worker = new Thread(() -> run.ingest(objects), "pagetrack-delivery");
            worker.setDaemon(true);
            worker.start();
            try {
                worker.join(limit.toMillis());
                run.stop();
                worker.interrupt();
                worker.join(GRACE.toMillis());
            } catch (InterruptedException e) {
                run.stop();
                worker.interrupt();
                Thread.currentThread().interrupt();
            }
        }
        return run.report(objects);
    }
}
