package dev.pagetrack.ingest;

import dev.pagetrack.log.LogObject;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.item.TableException;
import dev.pagetrack.table.ledger.Ledger;
import dev.pagetrack.table.rebuild.RebuildSettings;
import dev.pagetrack.table.site.RunningTerms;
import dev.pagetrack.table.site.WriterNote;
import dev.pagetrack.view.ViewPolicy;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ingests log objects: reads them, and writes and counts their views in the table. */
public final class Ingestion {

    /** How many views are written together. Larger batches need fewer rollup updates; 20,000 views take some 10 MB. */
    private static final int BATCH = 20_000;

    /** How many views of one log object a reader may keep in memory until the object is read completely. */
    private static final int MAX_BUFFERED = 5_000;

    /**
     * How many log objects are read at the same time. On average less than one reader is busy: the table is the limit.
     */
    private static final int READERS = 4;

    private final PageTrackTable table;
    private final IngestSettings settings;
    private final Clock clock;
    private final int batchSize;
    private final int maxBuffered;
    private final int readers;
    private @Nullable IngestRun running;
    private boolean stopped;

    public Ingestion(PageTrackTable table, ViewPolicy policy) {
        this(table, new IngestSettings(policy, Optional.empty(), false), Clock.systemUTC());
    }

    /** @param clock decides which views are older than the retention */
    public Ingestion(PageTrackTable table, IngestSettings settings, Clock clock) {
        this(table, settings, clock, BATCH, MAX_BUFFERED, READERS);
    }

    /** For tests: with a small batch size, a few views fill several batches. */
    Ingestion(PageTrackTable table, IngestSettings settings, Clock clock, int batchSize, int maxBuffered, int readers) {
        this.table = table;
        this.settings = settings;
        this.clock = clock;
        this.batchSize = batchSize;
        this.maxBuffered = maxBuffered;
        this.readers = readers;
    }

    /** Ingests log objects without reporting progress. */
    public IngestReport run(List<? extends LogObject> objects) {
        return run(objects, IngestProgress.Listener.NONE);
    }

    /**
     * Ingests log objects, several at the same time. An object that is damaged or no log is left out as a whole; all
     * others are ingested.
     *
     * @throws IncompleteIngestionException if some objects are damaged or no logs; all others have been ingested
     * @throws dev.pagetrack.table.item.TableException if the table cannot be used, or the ingestion is stopped. The
     *     table is consistent then, and ingesting the same log objects again completes the work
     * @throws UncheckedIOException if a log object cannot be read. Again, the table is consistent, and ingesting the
     *     same log objects again completes the work
     */
    public IngestReport run(List<? extends LogObject> objects, IngestProgress.Listener listener) {
        var terms = table.terms(settings.agree(table), clock);
        var meter = new ProgressMeter(objects, listener, true);
        var report = settings.bulk() ? bulk(objects, meter, terms) : counted(objects, meter, terms);
        if (!report.unreadable().isEmpty()) {
            throw new IncompleteIngestionException(report);
        }
        return report;
    }

    private IngestReport counted(List<? extends LogObject> objects, ProgressMeter meter, RunningTerms terms) {
        try (var ledger = table.ledger(terms)) {
            return run(objects, meter, terms, ledger);
        }
    }

    /**
     * Writes raw views without counting, then rebuilds the counts. The note in the table, which the rebuild removes,
     * tells all who read the table that counts are missing, in case this method is interrupted.
     */
    private IngestReport bulk(List<? extends LogObject> objects, ProgressMeter meter, RunningTerms terms) {
        var note = table.maintenance().beginUncounted();
        try (var ledger = table.bulkLedger(terms, note)) {
            var report = run(objects, meter, terms, ledger);
            note.end();
            table.maintenance()
                    .rebuild(new RebuildSettings(false, terms.agreement().firstWholeDay(clock)));
            return report;
        } catch (RuntimeException e) {
            endAfterFailure(note, e);
            throw e;
        }
    }

    /** Ends the note, so that the next rebuild removes it. Only if this thread was interrupted may a write be running. */
    private static void endAfterFailure(WriterNote note, RuntimeException failure) {
        if (!Thread.currentThread().isInterrupted()) {
            try {
                note.end();
            } catch (TableException e) {
                failure.addSuppressed(e);
            }
        }
    }

    private IngestReport run(
            List<? extends LogObject> objects, ProgressMeter meter, RunningTerms terms, Ledger ledger) {
        var batches = new ViewBatches(batchSize, readers);
        var limits = RunLimits.of(terms, clock);
        var policy = settings.agreedPolicy(terms);
        var run = new IngestRun(
                objects, table, ledger, batches, () -> new ObjectReader(policy, limits, batches, maxBuffered), meter);
        begin(run);
        return run.run(terms, readers);
    }

    private synchronized void begin(IngestRun run) {
        running = run;
        if (stopped) {
            run.stop();
        }
    }

    /** Makes {@link #run} end as soon as the running transactions have ended. Any thread may call it. */
    public synchronized void stop() {
        stopped = true;
        if (running != null) {
            running.stop();
        }
    }
}
