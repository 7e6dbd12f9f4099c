package dev.pagetrack.ingest;

import dev.pagetrack.log.LogObjectId;
import dev.pagetrack.table.ledger.ObjectSummary;
import dev.pagetrack.view.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A bounded queue of views between several readers and one writer. While the writer writes one batch, the readers fill
 * the next; when that is full, they wait. So memory is bounded, whatever the logs contain.
 */
final class ViewBatches {

    /** A batch is also full at this number of finished objects: logs without views never fill it with views. */
    private static final int MAX_OBJECTS = 1_000;

    /**
     * What the writer writes together.
     *
     * @param views views of one or more log objects, or of parts of them
     * @param done the log objects whose last views are in this batch: they are done when this batch and all earlier
     *     ones are in the table
     */
    record Batch(List<View> views, Map<LogObjectId, ObjectSummary> done) {}

    private final int size;
    private List<View> views = new ArrayList<>();
    private Map<LogObjectId, ObjectSummary> done = new LinkedHashMap<>();
    private int readers;
    private boolean closed;

    /**
     * @param size at how many views a batch is full
     * @param readers how many readers add views; each calls {@link #readerDone} in the end
     */
    ViewBatches(int size, int readers) {
        this.size = size;
        this.readers = readers;
    }

    /**
     * Adds views; waits while the batch is full.
     *
     * @throws StoppedException if the writer has {@linkplain #close closed} this queue
     */
    synchronized void add(List<View> more) {
        awaitRoom();
        views.addAll(more);
        notifyAll();
    }

    /** Adds the last views of a log object; waits while the batch is full. */
    synchronized void addLast(List<View> more, LogObjectId id, ObjectSummary summary) {
        awaitRoom();
        views.addAll(more);
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

    /** Waits for the next full batch. When all readers are done, returns the rest; empty if nothing is left. */
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
        return views.size() >= size || done.size() >= MAX_OBJECTS;
    }

    /** A reader calls this when it will add no more views. */
    synchronized void readerDone() {
        readers--;
        notifyAll();
    }

    /** The writer calls this when it will take no more batches: readers that add views get an exception. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
