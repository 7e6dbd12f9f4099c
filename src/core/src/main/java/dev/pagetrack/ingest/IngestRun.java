package dev.pagetrack.ingest;

import dev.pagetrack.ingest.ObjectQueue.PendingObject;
import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.UnreadableLogException;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.item.TableException;
import dev.pagetrack.table.ledger.Ledger;
import dev.pagetrack.table.ledger.LedgerReport;
import dev.pagetrack.table.ledger.ObjectSummary;
import dev.pagetrack.table.site.RunningTerms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One ingestion: several threads read logs and fill batches of views; the calling thread writes the batches. */
final class IngestRun {

    static final String RESUME_HINT = "The table is consistent. Run the same command again to continue.";

    private final List<? extends LogObject> objects;
    private final PageTrackTable table;
    private final Ledger ledger;
    private final ObjectQueue queue;
    private final ViewBatches batches;
    private final Supplier<ObjectReader> newReader;
    private final ProgressMeter meter;
    private final RejectionTally rejected = new RejectionTally();
    private final PassedOverTally passedOver = new PassedOverTally();
    private final RejectionTally suspected = new RejectionTally();
    private final TreeMap<Integer, String> unreadable = new TreeMap<>();
    private long read;
    private long lines;
    private long counted;
    private @Nullable RuntimeException failure;

    IngestRun(
            List<? extends LogObject> objects,
            PageTrackTable table,
            Ledger ledger,
            ViewBatches batches,
            Supplier<ObjectReader> newReader,
            ProgressMeter meter) {
        this.objects = objects;
        this.table = table;
        this.ledger = ledger;
        this.queue = new ObjectQueue(
                objects, table, index -> meter.metered(objects.get(index)).done());
        this.batches = batches;
        this.newReader = newReader;
        this.meter = meter;
    }

    IngestReport run(RunningTerms terms, int readers) {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < readers; i++) {
            var thread = new Thread(this::readAll, "pagetrack-reader");
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        try {
            var written = writeAll(terms);
            return report(written, terms);
        } finally {
            batches.close();
            meter.stop();
            threads.forEach(IngestRun::join);
        }
    }

    private LedgerReport writeAll(RunningTerms terms) {
        var written = LedgerReport.NONE;
        try {
            for (var batch = batches.take(); batch.isPresent(); batch = batches.take()) {
                terms.check();
                written = written.plus(ledger.write(batch.get().views()));
                // All views of these objects are in the table now. The markers only save work in later runs, so they
                // come last.
                var markers = table.markers().markIngested(batch.get().done());
                written = written.plus(new LedgerReport(0, 0, markers));
                meter.report();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TableException("the ingestion was interrupted. " + RESUME_HINT, e);
        }
        return written;
    }

    /** Makes {@link #run} end after the running transactions, with an exception if there is anything left to do. */
    void stop() {
        fail(new TableException("the ingestion was stopped. " + RESUME_HINT));
        ledger.stop();
        batches.close();
    }

    private void readAll() {
        try {
            var reader = newReader.get();
            for (var pending = queue.next(); pending.isPresent() && !meter.isStopped(); pending = queue.next()) {
                read(pending.get(), reader);
            }
        } catch (StoppedException e) {
            // The one who stopped the ingestion reports it.
        } catch (RuntimeException e) {
            fail(e);
        } finally {
            batches.readerDone();
        }
    }

    private void read(PendingObject pending, ObjectReader reader) {
        var object = meter.metered(pending.object());
        try {
            var known = pending.id();
            var id = known.isPresent() ? known.get() : ObjectQueue.id(object);
            if (known.isPresent() || queue.isNew(id)) {
                var summary = reader.read(object, id);
                recordRead(pending.index(), summary);
                object.done();
            } else {
                object.done();
            }
        } catch (UnreadableLogException e) {
            recordUnreadable(pending.index(), String.valueOf(e.getMessage()));
            object.done();
        } catch (IOException e) {
            throw new UncheckedIOException(object.name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private synchronized void recordRead(int index, ObjectSummary summary) {
        read++;
        lines += summary.lines();
        counted += summary.counted();
        rejected.add(index, summary.rejected(), summary.examples());
        suspected.add(index, summary.suspected(), summary.suspectedExamples());
        passedOver.add(index, summary);
    }

    private synchronized void recordUnreadable(int index, String why) {
        unreadable.put(index, why);
    }

    /** Ends reading. Objects that were read completely are still written, so that they need not be read again. */
    private synchronized void fail(RuntimeException e) {
        failure = failure == null ? e : failure;
        meter.stop();
    }

    private synchronized IngestReport report(LedgerReport written, RunningTerms terms) {
        if (failure != null) {
            throw failure;
        }
        return new IngestReport(
                read - passedOver.size(),
                passedOver.report(objects),
                objects.size() - read - unreadable.size(),
                lines,
                counted,
                written.added(),
                written.known(),
                written.writeUnits(),
                rejected.report(objects),
                suspected.report(objects),
                List.copyOf(unreadable.values()),
                terms.agreement().changedPolicy());
    }

    private static void join(Thread thread) {
        boolean interrupted = Thread.interrupted();
        try {
            thread.join();
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
