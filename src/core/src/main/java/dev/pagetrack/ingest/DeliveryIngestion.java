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
 * Ingests log objects that were delivered together, within a time. Their views are written together, which makes small
 * objects cheap; but each has a result of its own, and what is wrong with one does not keep the others.
 */
public final class DeliveryIngestion {

    /** How many views are written together. The more, the fewer rollup updates for each; 20,000 take some 10 MB. */
    private static final int BATCH = 20_000;

    /** For the transactions under way when the time is over: they end one way or the other, but better here. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final PageTrackTable table;
    private final IngestSettings settings;
    private final Clock clock;
    private final int batchSize;

    public DeliveryIngestion(PageTrackTable table, ViewPolicy policy) {
        this(table, policy, BATCH);
    }

    /** @param clock says what is older than the retention */
    public DeliveryIngestion(PageTrackTable table, IngestSettings settings, Clock clock) {
        this(table, settings, clock, BATCH);
    }

    /** With batches so small that a test fills several. */
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
     * @param objects each once
     * @param limit when it is over, what is not done is left; none means that nothing is begun
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
