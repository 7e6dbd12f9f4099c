package dev.pagetrack.ingest;

import dev.pagetrack.log.LogObject;
import dev.pagetrack.table.Ledger;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.RebuildSettings;
import dev.pagetrack.table.SiteTerms;
import dev.pagetrack.view.ViewPolicy;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Turns log objects into counted views. */
public final class Ingestion {

    /** How many views are written together. The more, the fewer rollup updates for each; 20,000 take some 10 MB. */
    private static final int BATCH = 20_000;

    /** How many views of a log object are held back until its end, by each reader. */
    private static final int HELD_BACK = 5_000;

    /** How many log objects are read at the same time: with less than one reader busy, the table is what is waited for. */
    private static final int READERS = 4;

    private final PageTrackTable table;
    private final IngestSettings settings;
    private final Clock clock;
    private final int batchSize;
    private final int heldBack;
    private final int readers;
    private IngestRun running;
    private boolean stopped;

    public Ingestion(PageTrackTable table, ViewPolicy policy) {
        this(table, new IngestSettings(policy, Optional.empty(), false), Clock.systemUTC());
    }

    /** @param clock says what is older than the retention */
    public Ingestion(PageTrackTable table, IngestSettings settings, Clock clock) {
        this(table, settings, clock, BATCH, HELD_BACK, READERS);
    }

    /** With batches so small that a test fills several. */
    Ingestion(PageTrackTable table, IngestSettings settings, Clock clock, int batchSize, int heldBack, int readers) {
        this.table = table;
        this.settings = settings;
        this.clock = clock;
        this.batchSize = batchSize;
        this.heldBack = heldBack;
        this.readers = readers;
    }

    /** Ingests log objects, and tells nobody how far it is. */
    public IngestReport run(List<? extends LogObject> objects) {
        return run(objects, IngestProgress.Listener.NONE);
    }

    /**
     * Ingests log objects, several at the same time. Of one that is damaged or no log nothing is counted; all others are.
     *
     * @throws UnreadableLogsException if some are damaged or no logs; all others are done then
     * @throws dev.pagetrack.table.TableException if the table cannot be used, or the ingestion is stopped; what was
     *     written is consistent, and ingesting the same log objects again completes it
     * @throws UncheckedIOException if a log object cannot be read; the same goes for that
     */
    public IngestReport run(List<? extends LogObject> objects, IngestProgress.Listener listener) {
        var terms = settings.agree(table);
        var meter = new ProgressMeter(objects, listener, true);
        var report = settings.bulk() ? bulk(objects, meter, terms) : counted(objects, meter, terms);
        if (!report.unreadable().isEmpty()) {
            throw new UnreadableLogsException(report);
        }
        return report;
    }

    private IngestReport counted(List<? extends LogObject> objects, ProgressMeter meter, SiteTerms terms) {
        try (var ledger = table.ledger(terms.retention())) {
            return run(objects, meter, terms, ledger);
        }
    }

    /** When this does not come to its end, readers know that counts are missing until a rebuild has run. */
    private IngestReport bulk(List<? extends LogObject> objects, ProgressMeter meter, SiteTerms terms) {
        table.upkeep().markRebuildPending();
        try (var ledger = table.bulkLedger(terms.retention())) {
            var report = run(objects, meter, terms, ledger);
            table.upkeep().markRebuildPending();
            table.upkeep().rebuild(new RebuildSettings(false, terms.firstWholeDay(clock)));
            return report;
        }
    }

    private IngestReport run(List<? extends LogObject> objects, ProgressMeter meter, SiteTerms terms, Ledger ledger) {
        var batches = new ViewBatches(batchSize, readers);
        var horizon = terms.horizon(clock);
        var policy = settings.agreedPolicy(table);
        var run = new IngestRun(
                objects, table, ledger, batches, () -> new ObjectReader(policy, horizon, batches, heldBack), meter);
        begin(run);
        return run.run(terms, readers);
    }

    private synchronized void begin(IngestRun run) {
        running = run;
        if (stopped) {
            run.stop();
        }
    }

    /** Makes {@link #run} end as soon as the transactions that are under way have ended. Any thread may call it. */
    public synchronized void stop() {
        stopped = true;
        if (running != null) {
            running.stop();
        }
    }
}
