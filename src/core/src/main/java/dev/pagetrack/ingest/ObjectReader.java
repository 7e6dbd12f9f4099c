package dev.pagetrack.ingest;

import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.LogObjectId;
import dev.pagetrack.log.LogReader;
import dev.pagetrack.table.ledger.ObjectSummary;
import dev.pagetrack.view.View;
import dev.pagetrack.view.ViewFinder;
import dev.pagetrack.view.ViewPolicy;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a log object into batches, completely or not at all: if an object is damaged, nothing of it may be counted, not
 * even the views before the damage. The views of a small object are kept in memory until its end. A large object is
 * read twice: first to check it, then to count it. Not thread-safe.
 */
final class ObjectReader {

    private final ViewFinder finder;
    private final RunLimits limits;
    private final ViewBatches batches;
    private final int maxBuffered;

    /**
     * @param limits which views of the policy count in this run
     * @param maxBuffered how many views of an object are kept in memory at most; a large object is handed over in parts
     *     of this size
     */
    ObjectReader(ViewPolicy policy, RunLimits limits, ViewBatches batches, int maxBuffered) {
        this.finder = new ViewFinder(policy);
        this.limits = limits;
        this.batches = batches;
        this.maxBuffered = maxBuffered;
    }

    /**
     * Reads a log object.
     *
     * @throws dev.pagetrack.log.UnreadableLogException if it is damaged or no log
     * @throws StoppedException if the ingestion was stopped
     */
    ObjectSummary read(LogObject object, LogObjectId id) throws IOException {
        if (!object.idNeedsReading()) {
            try {
                return readBuffered(object, id);
            } catch (TooManyViewsException e) {
                LogReader.check(object, OutputStream.nullOutputStream());
            }
        }
        return readStreamed(object, id);
    }

    private ObjectSummary readBuffered(LogObject object, LogObjectId id) throws IOException {
        var views = new ArrayList<View>();
        var tally = new ObjectTally(object, finder, limits, view -> {
            if (views.size() >= maxBuffered) {
                throw new TooManyViewsException();
            }
            views.add(view);
        });
        return finish(object, id, tally, views);
    }

    private ObjectSummary readStreamed(LogObject object, LogObjectId id) throws IOException {
        var views = new ArrayList<View>();
        var tally = new ObjectTally(object, finder, limits, view -> {
            views.add(view);
            if (views.size() >= maxBuffered) {
                batches.add(views);
                views.clear();
            }
        });
        return finish(object, id, tally, views);
    }

    private ObjectSummary finish(LogObject object, LogObjectId id, ObjectTally tally, List<View> rest)
            throws IOException {
        LogReader.read(object, tally);
        var summary = tally.summary();
        batches.addLast(rest, id, summary);
        return summary;
    }

    /** Thrown to leave the first reading when an object has more views than may be kept in memory. */
    private static final class TooManyViewsException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooManyViewsException() {
            super("too many views to keep in memory", null, false, false);
        }
    }
}
