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

/** Hands log objects to readers, those left out that were ingested before. */
final class ObjectQueue {

    /** As many as one call tells of. */
    private static final int ASKED_AT_ONCE = 100;

    /**
     * A log object to read.
     *
     * @param place its place in the list of all
     * @param id empty if it is not known yet; then it has to be {@linkplain #isNew looked up} before reading
     */
    record Todo(int place, LogObject object, Optional<LogObjectId> id) {}

    private final List<? extends LogObject> objects;
    private final PageTrackTable table;
    private final IntConsumer skipped;
    private final Deque<Todo> next = new ArrayDeque<>();
    private final Set<LogObjectId> seen = new HashSet<>();
    private int place;

    /** @param skipped is told the places of objects that are left out */
    ObjectQueue(List<? extends LogObject> objects, PageTrackTable table, IntConsumer skipped) {
        this.objects = objects;
        this.table = table;
        this.skipped = skipped;
    }

    synchronized Optional<Todo> next() {
        while (next.isEmpty() && place < objects.size()) {
            if (objects.get(place).idNeedsReading()) {
                // Many readers find out their ids at the same time.
                next.add(new Todo(place, objects.get(place), Optional.empty()));
                place++;
            } else {
                askForMany();
            }
        }
        return Optional.ofNullable(next.poll());
    }

    /** Whether an object of this id was neither ingested before nor handed out. */
    boolean isNew(LogObjectId id) {
        synchronized (this) {
            if (!seen.add(id)) {
                return false;
            }
        }
        return table.markers().ingested(List.of(id)).isEmpty();
    }

    /** What identifies an object, or an exception that names it. */
    static LogObjectId id(LogObject object) {
        try {
            return object.id();
        } catch (IOException e) {
            throw new UncheckedIOException(object.name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void askForMany() {
        var some = new ArrayList<Todo>();
        while (place < objects.size()
                && some.size() < ASKED_AT_ONCE
                && !objects.get(place).idNeedsReading()) {
            var object = objects.get(place);
            some.add(new Todo(place++, object, Optional.of(id(object))));
        }
        var done = table.markers()
                .ingested(some.stream().map(todo -> todo.id().orElseThrow()).toList());
        for (var todo : some) {
            var id = todo.id().orElseThrow();
            if (done.contains(id) || !seen.add(id)) {
                skipped.accept(todo.place());
            } else {
                next.add(todo);
            }
        }
    }
}
