package dev.pagetrack.ingest;

import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.LogObjectId;
import dev.pagetrack.log.LogReader;
import dev.pagetrack.log.Rejection;
import dev.pagetrack.table.Ledger;
import dev.pagetrack.table.LedgerReport;
import dev.pagetrack.table.ObjectSummary;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.view.View;
import dev.pagetrack.view.ViewFinder;
import dev.pagetrack.view.ViewPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns log objects into counted views. */
public final class Ingestion {

    /**
     * How many views are written together. The more, the fewer rollup updates for each; 20,000 take some 10 MB.
     */
    private static final int BATCH = 20_000;

    private final PageTrackTable table;
    private final ViewPolicy policy;
    private final int batchSize;

    public Ingestion(PageTrackTable table, ViewPolicy policy) {
        this(table, policy, BATCH);
    }

    /** With batches so small that a test fills several. */
    Ingestion(PageTrackTable table, ViewPolicy policy, int batchSize) {
        this.table = table;
        this.policy = policy;
        this.batchSize = batchSize;
    }

    /**
     * Ingests log objects. All are looked at before anything is written, so that one that is damaged or no log leaves the
     * table as it is.
     *
     * @throws dev.pagetrack.log.UnreadableLogException if a log object is damaged or no log
     * @throws dev.pagetrack.table.TableException if the table cannot be used; what was written is consistent, and
     *     ingesting the same log objects again completes it
     * @throws UncheckedIOException if a log object cannot be read
     */
    public IngestReport run(List<? extends LogObject> objects) {
        table.requireSameNaming();
        var todo = new LinkedHashMap<LogObjectId, LogObject>();
        for (var object : objects) {
            var id = id(object);
            if (!table.isIngested(id)) {
                todo.putIfAbsent(id, object);
            }
        }
        try (var ledger = table.ledger()) {
            var run = new Run(ledger);
            todo.forEach(run::ingest);
            run.finish();
            return run.report(objects.size());
        }
    }

    private static LogObjectId id(LogObject object) {
        try {
            return object.id();
        } catch (IOException e) {
            throw new UncheckedIOException(object.name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** One run: the views that wait to be written, and the log objects that are done once they are. */
    private final class Run {

        private final Ledger ledger;
        private final ViewFinder finder = new ViewFinder(policy);
        private final List<View> batch = new ArrayList<>();
        private final Map<LogObjectId, ObjectSummary> unmarked = new LinkedHashMap<>();
        private final Map<Rejection, Long> rejected = new EnumMap<>(Rejection.class);
        private LedgerReport written = LedgerReport.NONE;
        private long objects;
        private long lines;
        private long counted;

        Run(Ledger ledger) {
            this.ledger = ledger;
        }

        void ingest(LogObjectId id, LogObject object) {
            var tally = new ObjectTally(finder, this::add);
            try {
                LogReader.read(object, tally);
            } catch (IOException e) {
                throw new UncheckedIOException(object.name() + " cannot be read: " + e.getMessage(), e);
            }
            var summary = tally.summary(object);
            unmarked.put(id, summary);
            objects++;
            lines += summary.lines();
            counted += summary.counted();
            summary.rejected().forEach((reason, count) -> rejected.merge(reason, count, Long::sum));
        }

        private void add(View view) {
            batch.add(view);
            if (batch.size() >= batchSize) {
                write();
            }
        }

        private void write() {
            written = written.plus(ledger.write(batch));
            batch.clear();
            // Their last view is in the table now. The markers only save work, so they come last.
            unmarked.forEach(table::markIngested);
            unmarked.clear();
        }

        void finish() {
            write();
        }

        IngestReport report(int given) {
            return new IngestReport(
                    objects, given - objects, lines, counted, written.added(), written.known(), rejected);
        }
    }
}
