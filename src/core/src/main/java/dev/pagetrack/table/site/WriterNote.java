package dev.pagetrack.table.site;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The note of a running writer of raw views that nobody counts. A rebuild by another process removes the note if it was
 * not renewed for a long time; the next renewal raises it again. The writer ends with a rebuild of its own, so nothing
 * that was written meanwhile stays uncounted.
 */
public final class WriterNote {

    private static final Duration RENEWAL = Duration.ofMinutes(1);

    private final Consumer<RebuildNote> put;
    private final Supplier<Instant> now;
    private RebuildNote note;

    /**
     * @param put writes a note into the table
     * @param now the current time in seconds
     */
    WriterNote(Consumer<RebuildNote> put, Supplier<Instant> now, RebuildNote note) {
        this.put = put;
        this.now = now;
        this.note = note;
    }

    /** Renews the note if a minute has passed. Call it before each write of raw views. */
    public synchronized void renewIfDue() {
        if (!now.get().isBefore(note.renewed().plus(RENEWAL))) {
            write(false);
        }
    }

    /** Notes that the last raw view is written. Any rebuild that begins from now on removes the note. */
    public synchronized void end() {
        write(true);
    }

    private void write(boolean ended) {
        note = new RebuildNote(note.id(), note.began(), now.get(), ended);
        put.accept(note);
    }
}
