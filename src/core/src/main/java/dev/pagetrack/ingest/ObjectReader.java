package dev.pagetrack.ingest;

import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.LogObjectId;
import dev.pagetrack.log.LogReader;
import dev.pagetrack.table.ObjectSummary;
import dev.pagetrack.view.View;
import dev.pagetrack.view.ViewFinder;
import dev.pagetrack.view.ViewPolicy;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a log object into batches, whole or not at all: of one that is damaged nothing may be counted, not even what
 * stands before the damage. The views of a small one are held back until its end; a large one is read twice. Not
 * thread-safe.
 */
final class ObjectReader {

    private final ViewFinder finder;
    private final Instant horizon;
    private final ViewBatches batches;
    private final int heldBack;

    /**
     * @param horizon views before it are not counted
     * @param heldBack how many views of an object are held back at most, and handed over at once
     */
    ObjectReader(ViewPolicy policy, Instant horizon, ViewBatches batches, int heldBack) {
        this.finder = new ViewFinder(policy);
        this.horizon = horizon;
        this.batches = batches;
        this.heldBack = heldBack;
    }

    /**
     * Reads a log object.
     *
     * @throws dev.pagetrack.log.UnreadableLogException if it is damaged or no log
     * @throws StoppedException if the ingestion is to end
     */
    ObjectSummary read(LogObject object, LogObjectId id) throws IOException {
        if (!object.idNeedsReading()) {
            try {
                return readHoldingBack(object, id);
            } catch (TooManyException e) {
                LogReader.check(object, OutputStream.nullOutputStream());
            }
        }
        return readAtOnce(object, id);
    }

    private ObjectSummary readHoldingBack(LogObject object, LogObjectId id) throws IOException {
        var views = new ArrayList<View>();
        var tally = new ObjectTally(object, finder, horizon, view -> {
            if (views.size() >= heldBack) {
                throw new TooManyException();
            }
            views.add(view);
        });
        return finish(object, id, tally, views);
    }

    private ObjectSummary readAtOnce(LogObject object, LogObjectId id) throws IOException {
        var views = new ArrayList<View>();
        var tally = new ObjectTally(object, finder, horizon, view -> {
            views.add(view);
            if (views.size() >= heldBack) {
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

    /** The way out of a first reading that found more views than are held back. */
    private static final class TooManyException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooManyException() {
            super("too many views to hold back", null, false, false);
        }
    }
}
