package dev.pagetrack.ingest;

import dev.pagetrack.ingest.ObjectQueue.Todo;
import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.UnreadableLogException;
import dev.pagetrack.table.Ledger;
import dev.pagetrack.table.LedgerReport;
import dev.pagetrack.table.ObjectSummary;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.SiteTerms;
import dev.pagetrack.table.TableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;

/** One ingestion: readers that fill batches, and one writer, the caller's thread. */
final class IngestRun {

    static final String WAY_ON = "What is in the table is consistent; run the same again, and it goes on from there.";

    private final List<? extends LogObject> objects;
    private final PageTrackTable table;
    private final Ledger ledger;
    private final ObjectQueue queue;
    private final ViewBatches batches;
    private final Supplier<ObjectReader> newReader;
    private final ProgressMeter meter;
    private final RejectionTally rejected = new RejectionTally();
    private final TreeMap<Integer, String> unreadable = new TreeMap<>();
    private long read;
    private long lines;
    private long counted;
    private RuntimeException failure;

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
                objects, table, place -> meter.of(objects.get(place)).done());
        this.batches = batches;
        this.newReader = newReader;
        this.meter = meter;
    }

    IngestReport run(SiteTerms terms, int readers) {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < readers; i++) {
            var thread = new Thread(this::readAll, "pagetrack-reader");
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        try {
            var written = writeAll();
            return report(written, terms);
        } finally {
            batches.close();
            meter.stop();
            threads.forEach(IngestRun::join);
        }
    }

    private LedgerReport writeAll() {
        var written = LedgerReport.NONE;
        try {
            for (var batch = batches.take(); batch.isPresent(); batch = batches.take()) {
                written = written.plus(ledger.write(batch.get().views()));
                // Their last view is in the table now. The markers only save work, so they come last.
                var markers = table.markers().markIngested(batch.get().done());
                written = written.plus(new LedgerReport(0, 0, markers));
                meter.tell();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TableException("ingesting was interrupted. " + WAY_ON, e);
        }
        return written;
    }

    /** Makes {@link #run} end after the transactions that are under way, with an exception if something is left. */
    void stop() {
        failed(new TableException("ingesting was stopped. " + WAY_ON));
        ledger.stop();
        batches.close();
    }

    private void readAll() {
        try {
            var reader = newReader.get();
            for (var todo = queue.next(); todo.isPresent() && !meter.isStopped(); todo = queue.next()) {
                read(todo.get(), reader);
            }
        } catch (StoppedException e) {
            // Whoever stopped it says so.
        } catch (RuntimeException e) {
            failed(e);
        } finally {
            batches.leave();
        }
    }

    private void read(Todo todo, ObjectReader reader) {
        var object = meter.of(todo.object());
        try {
            var known = todo.id();
            var id = known.isPresent() ? known.get() : ObjectQueue.id(object);
            if (known.isPresent() || queue.isNew(id)) {
                var summary = reader.read(object, id);
                done(todo.place(), summary);
                object.done();
            } else {
                object.done();
            }
        } catch (UnreadableLogException e) {
            unreadable(todo.place(), e.getMessage());
            object.done();
        } catch (IOException e) {
            throw new UncheckedIOException(object.name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private synchronized void done(int place, ObjectSummary summary) {
        read++;
        lines += summary.lines();
        counted += summary.counted();
        rejected.add(place, summary);
    }

    private synchronized void unreadable(int place, String why) {
        unreadable.put(place, why);
    }

    /** Ends reading. What is read to its end is written yet: it need not be read again. */
    private synchronized void failed(RuntimeException e) {
        failure = failure == null ? e : failure;
        meter.stop();
    }

    private synchronized IngestReport report(LedgerReport written, SiteTerms terms) {
        if (failure != null) {
            throw failure;
        }
        return new IngestReport(
                read,
                objects.size() - read - unreadable.size(),
                lines,
                counted,
                written.added(),
                written.known(),
                written.writeUnits(),
                rejected.report(objects),
                List.copyOf(unreadable.values()),
                terms.changedPolicy());
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
