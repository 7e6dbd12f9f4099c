package dev.pagetrack.ingest;

import dev.pagetrack.ingest.DeliveredObject.AlreadyIngested;
import dev.pagetrack.ingest.DeliveredObject.Counted;
import dev.pagetrack.ingest.DeliveredObject.Failed;
import dev.pagetrack.ingest.DeliveredObject.Result;
import dev.pagetrack.ingest.DeliveredObject.Unfinished;
import dev.pagetrack.ingest.DeliveredObject.Unreadable;
import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.LogObjectId;
import dev.pagetrack.log.LogReader;
import dev.pagetrack.log.UnreadableLogException;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.item.TableException;
import dev.pagetrack.table.ledger.Ledger;
import dev.pagetrack.table.ledger.LedgerReport;
import dev.pagetrack.table.ledger.ObjectSummary;
import dev.pagetrack.table.site.RunningTerms;
import dev.pagetrack.view.View;
import dev.pagetrack.view.ViewFinder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run of a {@link DeliveryIngestion}. One thread ingests; another thread may stop the run and ask for the report.
 */
final class DeliveryRun {

    /** A log object that has been read, and whose views are not all in the table yet. */
    private record Waiting(LogObject object, ObjectSummary summary) {}

    /** The largest object that is accepted, because all its views are held in memory. AWS writes far smaller ones. */
    static final long MAX_BYTES = 64L * 1024 * 1024;

    private final PageTrackTable table;
    private final IngestSettings settings;
    private final Clock clock;
    private final int batchSize;
    private final List<View> batch = new ArrayList<>();
    private final Map<LogObjectId, Waiting> waiting = new LinkedHashMap<>();

    // Also read by the thread that asks for the report: access only while synchronized.
    private final Map<LogObject, Result> results = new HashMap<>();
    private final Map<LogObject, Duration> times = new HashMap<>();
    private LedgerReport written = LedgerReport.NONE;
    private Optional<Throwable> unexpected = Optional.empty();
    private boolean stopped;

    DeliveryRun(PageTrackTable table, IngestSettings settings, Clock clock, int batchSize) {
        this.table = table;
        this.settings = settings;
        this.clock = clock;
        this.batchSize = batchSize;
    }

    void ingest(List<? extends LogObject> objects) {
        try {
            var terms = table.terms(settings.agree(table), clock);
            ingest(objects, terms, new ViewFinder(settings.agreedPolicy(terms)));
        } catch (TableException e) {
            objects.forEach(object -> setResult(object, new Failed(String.valueOf(e.getMessage()))));
        } catch (RuntimeException | Error e) {
            failUnexpectedly(e);
        }
    }

    private void ingest(List<? extends LogObject> objects, RunningTerms terms, ViewFinder finder) {
        var limits = RunLimits.of(terms, clock);
        try (var ledger = table.ledger(terms)) {
            for (var object : objects) {
                if (isStopped()) {
                    return;
                }
                long begin = System.nanoTime();
                read(object, limits, finder);
                recordTime(object, Duration.ofNanos(System.nanoTime() - begin));
                if (batch.size() >= batchSize) {
                    write(ledger, terms);
                }
            }
            write(ledger, terms);
        }
    }

    private synchronized void failUnexpectedly(Throwable thrown) {
        if (!stopped) {
            unexpected = Optional.of(thrown);
        }
    }

    private static String tooLargeMessage(LogObject object, long bytes) {
        return object.name() + " has " + bytes + " bytes, more than the limit of " + MAX_BYTES
                + " for one object. Ingest it with pagetrack:ingest.";
    }

    /** Adds all views of an object to the batch, or none if reading it fails half way. */
    private void read(LogObject object, RunLimits limits, ViewFinder finder) {
        try {
            var id = object.id();
            if (waiting.containsKey(id)
                    || !table.markers().ingested(List.of(id)).isEmpty()) {
                setResult(object, new AlreadyIngested());
                return;
            }
            long bytes = object.size().orElse(0);
            if (bytes > MAX_BYTES) {
                setResult(object, new Unreadable(tooLargeMessage(object, bytes)));
                return;
            }
            var views = new ArrayList<View>();
            var tally = new ObjectTally(object, finder, limits, views::add);
            LogReader.read(object, tally);
            batch.addAll(views);
            waiting.put(id, new Waiting(object, tally.summary()));
        } catch (UnreadableLogException e) {
            setResult(object, new Unreadable(String.valueOf(e.getMessage())));
        } catch (FileNotFoundException e) {
            setResult(object, new Unreadable(object.name() + " does not exist, or was deleted"));
        } catch (IOException e) {
            setResult(object, new Failed(object.name() + " cannot be read: " + e.getMessage()));
        }
    }

    private void write(Ledger ledger, RunningTerms terms) {
        terms.check();
        addWritten(ledger.write(batch));
        batch.clear();
        // All views of these objects are in the table now. The markers only save work in later runs, so they come last.
        waiting.forEach((id, read) -> {
            addWritten(new LedgerReport(0, 0, table.markers().markIngested(id, read.summary)));
            setResult(read.object, new Counted(read.summary));
        });
        waiting.clear();
    }

    private synchronized void addWritten(LedgerReport more) {
        written = written.plus(more);
    }

    /**
     * Keeps the first result of an object. Ignores results after the stop: such failures are caused by the stop itself.
     */
    private synchronized void setResult(LogObject object, Result result) {
        if (!stopped) {
            results.putIfAbsent(object, result);
        }
    }

    private synchronized void recordTime(LogObject object, Duration time) {
        times.put(object, time);
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    synchronized void stop() {
        stopped = true;
    }

    synchronized DeliveryReport report(List<? extends LogObject> objects) {
        unexpected.ifPresent(thrown -> {
            throw new IllegalStateException("the delivery failed unexpectedly: " + thrown, thrown);
        });
        return new DeliveryReport(
                objects.stream()
                        .map(object -> new DeliveredObject(
                                object,
                                results.getOrDefault(object, new Unfinished()),
                                times.getOrDefault(object, Duration.ZERO)))
                        .toList(),
                written);
    }
}
