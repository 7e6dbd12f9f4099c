package dev.pagetrack.ingest;

import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.LogObjectId;
import dev.pagetrack.table.PageTrackTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/** Hands log objects to readers, and leaves out those that were ingested before. */
final class ObjectQueue {

    /** How many markers one call can look up. */
    private static final int MAX_LOOKUPS = 100;

    /**
     * A log object to read.
     *
     * @param index its index in the list of all objects
     * @param object the log object
     * @param id its id; empty if it is not known yet, and then {@link #isNew} must be asked before reading
     */
    record PendingObject(int index, LogObject object, Optional<LogObjectId> id) {}

    private final List<? extends LogObject> objects;
    private final PageTrackTable table;
    private final IntConsumer skipped;
    private final Deque<PendingObject> next = new ArrayDeque<>();
    private final Set<LogObjectId> seen = new HashSet<>();
    private int index;

    /** @param skipped receives the index of each object that is left out */
    ObjectQueue(List<? extends LogObject> objects, PageTrackTable table, IntConsumer skipped) {
        this.objects = objects;
        this.table = table;
        this.skipped = skipped;
    }

    synchronized Optional<PendingObject> next() {
        while (next.isEmpty() && index < objects.size()) {
            if (objects.get(index).idNeedsReading()) {
                // The id is computed by the reader, so that several readers do it at the same time.
                next.add(new PendingObject(index, objects.get(index), Optional.empty()));
                index++;
            } else {
                lookUpMany();
            }
        }
        return Optional.ofNullable(next.poll());
    }

    /** Whether no object with this id was ingested before or handed out by this queue. */
    boolean isNew(LogObjectId id) {
        synchronized (this) {
            if (!seen.add(id)) {
                return false;
            }
        }
        return table.markers().ingested(List.of(id)).isEmpty();
    }

    /**
     * The id of an object.
     *
     * @throws UncheckedIOException if it cannot be read, with a message that names the object
     */
    static LogObjectId id(LogObject object) {
        try {
            return object.id();
        } catch (IOException e) {
            throw new UncheckedIOException(object.name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void lookUpMany() {
        var some = new ArrayList<PendingObject>();
        while (index < objects.size()
                && some.size() < MAX_LOOKUPS
                && !objects.get(index).idNeedsReading()) {
            var object = objects.get(index);
            some.add(new PendingObject(index++, object, Optional.of(id(object))));
        }
        var done = table.markers()
                .ingested(
                        some.stream().map(pending -> pending.id().orElseThrow()).toList());
        for (var pending : some) {
            var id = pending.id().orElseThrow();
            if (done.contains(id) || !seen.add(id)) {
                skipped.accept(pending.index());
            } else {
                next.add(pending);
            }
        }
    }
}
