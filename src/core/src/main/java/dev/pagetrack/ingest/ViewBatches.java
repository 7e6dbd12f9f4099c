package dev.pagetrack.ingest;

import dev.pagetrack.log.LogObjectId;
import dev.pagetrack.table.ObjectSummary;
import dev.pagetrack.view.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Views on their way from several readers to the one that writes them. While a batch is written the next one fills, and
 * then the readers wait: so memory is bounded, whatever the logs hold.
 */
final class ViewBatches {

    /** Markers wait for a batch; logs without views must not gather them for ever. */
    private static final int MOST_OBJECTS = 1_000;

    /**
     * What is written together.
     *
     * @param views of one or more log objects, or parts of them
     * @param done log objects that are done once these views are in the table, those of all batches before being there
     */
    record Batch(List<View> views, Map<LogObjectId, ObjectSummary> done) {}

    private final int size;
    private List<View> views = new ArrayList<>();
    private Map<LogObjectId, ObjectSummary> done = new LinkedHashMap<>();
    private int readers;
    private boolean closed;

    /**
     * @param size how many views are written together
     * @param readers how many will add to them, and {@link #leave} in the end
     */
    ViewBatches(int size, int readers) {
        this.size = size;
        this.readers = readers;
    }

    /**
     * Adds views, once there is room.
     *
     * @throws StoppedException if nobody takes batches any more
     */
    synchronized void add(List<View> some) {
        awaitRoom();
        views.addAll(some);
        notifyAll();
    }

    /** Adds the last views of a log object. */
    synchronized void addLast(List<View> some, LogObjectId id, ObjectSummary summary) {
        awaitRoom();
        views.addAll(some);
        done.put(id, summary);
        notifyAll();
    }

    private void awaitRoom() {
        try {
            while (isFull() && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
        if (closed) {
            throw new StoppedException();
        }
    }

    /** The next full batch, or what is left when no reader is; empty if that is nothing. */
    synchronized Optional<Batch> take() throws InterruptedException {
        while (!isFull() && readers > 0) {
            wait();
        }
        if (views.isEmpty() && done.isEmpty()) {
            return Optional.empty();
        }
        var batch = new Batch(views, done);
        views = new ArrayList<>();
        done = new LinkedHashMap<>();
        notifyAll();
        return Optional.of(batch);
    }

    private boolean isFull() {
        return views.size() >= size || done.size() >= MOST_OBJECTS;
    }

    /** A reader has added its last. */
    synchronized void leave() {
        readers--;
        notifyAll();
    }

    /** Turns readers away: nobody takes batches any more. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
