package dev.pagetrack.ingest;

import dev.pagetrack.ingest.Delivered.Counted;
import dev.pagetrack.ingest.Delivered.Failed;
import dev.pagetrack.ingest.Delivered.KnownBefore;
import dev.pagetrack.ingest.Delivered.Result;
import dev.pagetrack.ingest.Delivered.Unfinished;
import dev.pagetrack.ingest.Delivered.Unreadable;
import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.LogObjectId;
import dev.pagetrack.log.LogReader;
import dev.pagetrack.log.UnreadableLogException;
import dev.pagetrack.table.Ledger;
import dev.pagetrack.table.LedgerReport;
import dev.pagetrack.table.ObjectSummary;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.SiteTerms;
import dev.pagetrack.table.TableException;
import dev.pagetrack.view.View;
import dev.pagetrack.view.ViewFinder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run of a {@link DeliveryIngestion}. One thread works, and another may stop it and ask for the report. */
final class DeliveryRun {

    /** A log object that is read, and whose views are not all in the table. */
    private record Waiting(LogObject object, ObjectSummary summary) {}

    /** All views of an object are held until it is read. AWS writes far smaller ones. */
    static final long MAX_BYTES = 64L * 1024 * 1024;

    private final PageTrackTable table;
    private final IngestSettings settings;
    private final Clock clock;
    private final int batchSize;
    private final List<View> batch = new ArrayList<>();
    private final Map<LogObjectId, Waiting> waiting = new LinkedHashMap<>();

    private ViewFinder finder;

    // What the other thread sees, too.
    private final Map<LogObject, Result> results = new HashMap<>();
    private final Map<LogObject, Duration> times = new HashMap<>();
    private LedgerReport written = LedgerReport.NONE;
    private Optional<Throwable> bug = Optional.empty();
    private boolean stopped;

    DeliveryRun(PageTrackTable table, IngestSettings settings, Clock clock, int batchSize) {
        this.table = table;
        this.settings = settings;
        this.clock = clock;
        this.batchSize = batchSize;
    }

    void ingest(List<? extends LogObject> objects) {
        try {
            var terms = settings.agree(table);
            finder = new ViewFinder(settings.agreedPolicy(table));
            ingest(objects, terms);
        } catch (TableException e) {
            objects.forEach(object -> result(object, new Failed(e.getMessage())));
        } catch (RuntimeException | Error e) {
            bug(e);
        }
    }

    private void ingest(List<? extends LogObject> objects, SiteTerms terms) {
        var horizon = terms.horizon(clock);
        try (var ledger = table.ledger(terms.retention())) {
            for (var object : objects) {
                if (isStopped()) {
                    return;
                }
                long begin = System.nanoTime();
                read(object, horizon);
                took(object, Duration.ofNanos(System.nanoTime() - begin));
                if (batch.size() >= batchSize) {
                    write(ledger);
                }
            }
            write(ledger);
        }
    }

    private synchronized void bug(Throwable thrown) {
        if (!stopped) {
            bug = Optional.of(thrown);
        }
    }

    private static String tooLong(LogObject object, long bytes) {
        return object.name() + " has " + bytes + " bytes, more than the " + MAX_BYTES
                + " that are taken at once. Ingest it with pagetrack:ingest.";
    }

    /** Takes all views of an object, or none: one that breaks off half way adds nothing. */
    private void read(LogObject object, Instant horizon) {
        try {
            var id = object.id();
            if (waiting.containsKey(id)
                    || !table.markers().ingested(List.of(id)).isEmpty()) {
                result(object, new KnownBefore());
                return;
            }
            long bytes = object.size().orElse(0);
            if (bytes > MAX_BYTES) {
                result(object, new Unreadable(tooLong(object, bytes)));
                return;
            }
            var views = new ArrayList<View>();
            var tally = new ObjectTally(object, finder, horizon, views::add);
            LogReader.read(object, tally);
            batch.addAll(views);
            waiting.put(id, new Waiting(object, tally.summary()));
        } catch (UnreadableLogException e) {
            result(object, new Unreadable(e.getMessage()));
        } catch (FileNotFoundException e) {
            result(object, new Unreadable(object.name() + " is not there, or not any more"));
        } catch (IOException e) {
            result(object, new Failed(object.name() + " cannot be read: " + e.getMessage()));
        }
    }

    private void write(Ledger ledger) {
        plus(ledger.write(batch));
        batch.clear();
        // Their last view is in the table now. The markers only save work, so they come last.
        waiting.forEach((id, read) -> {
            plus(new LedgerReport(0, 0, table.markers().markIngested(id, read.summary)));
            result(read.object, new Counted(read.summary));
        });
        waiting.clear();
    }

    private synchronized void plus(LedgerReport more) {
        written = written.plus(more);
    }

    /** The first result stands, and after the end none: what fails then only fails because it was stopped. */
    private synchronized void result(LogObject object, Result result) {
        if (!stopped) {
            results.putIfAbsent(object, result);
        }
    }

    private synchronized void took(LogObject object, Duration time) {
        times.put(object, time);
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    synchronized void stop() {
        stopped = true;
    }

    synchronized DeliveryReport report(List<? extends LogObject> objects) {
        bug.ifPresent(thrown -> {
            throw new IllegalStateException("the delivery broke off: " + thrown, thrown);
        });
        return new DeliveryReport(
                objects.stream()
                        .map(object -> new Delivered(
                                object,
                                results.getOrDefault(object, new Unfinished()),
                                times.getOrDefault(object, Duration.ZERO)))
                        .toList(),
                written);
    }
}
