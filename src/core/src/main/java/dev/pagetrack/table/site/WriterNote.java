package dev.pagetrack.table.site;

import java.time.Duration;

/**
 * The note of a running writer of raw views that nobody counts. A rebuild by another process removes the note if it was
 * not renewed for a long time; the next renewal raises it again. The writer ends with a rebuild of its own, so nothing
 * that was written meanwhile stays uncounted.
 */
public final class WriterNote {

    private static final Duration RENEWAL = Duration.ofMinutes(1);

    private final RebuildNotes notes;
    private RebuildNote note;

    WriterNote(RebuildNotes notes, RebuildNote note) {
        this.notes = notes;
        this.note = note;
    }

    /** Renews the note if a minute has passed. Call it before each write of raw views. */
    public synchronized void renewIfDue() {
        if (!notes.now().isBefore(note.renewed().plus(RENEWAL))) {
            note = notes.put(new RebuildNote(note.id(), note.began(), notes.now(), false));
        }
    }

    /** Notes that the last raw view is written. Any rebuild that begins from now on removes the note. */
    public synchronized void end() {
        note = notes.put(new RebuildNote(note.id(), note.began(), notes.now(), true));
    }
}
