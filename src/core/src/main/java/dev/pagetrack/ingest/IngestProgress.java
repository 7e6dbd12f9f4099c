package dev.pagetrack.ingest;

/**
 * The progress of an ingestion at one moment.
 *
 * @param doneObjects how many log objects are done: read now, or skipped because they were ingested before
 * @param objects how many log objects there are
 * @param doneBytes the bytes of the objects that are done, and the bytes read so far of the others
 * @param bytes the bytes of all log objects whose size is known. An object that has to be read to compute its id counts
 *     twice
 * @param readBytes the bytes that were actually read
 */
public record IngestProgress(long doneObjects, long objects, long doneBytes, long bytes, long readBytes) {

    /**
     * Receives the progress from time to time. It is called by several threads, so it must be thread-safe and quick.
     */
    @FunctionalInterface
    public interface Listener {

        /** Ignores the progress. */
        Listener NONE = progress -> {};

        void reached(IngestProgress progress);
    }
}
