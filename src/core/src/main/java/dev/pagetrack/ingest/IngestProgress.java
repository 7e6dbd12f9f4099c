package dev.pagetrack.ingest;

/**
 * How far an ingestion is. It is told now and then, from whichever thread got on.
 *
 * @param doneObjects log objects that are read, or were before
 * @param objects all log objects
 * @param doneBytes the bytes of those, and what is read of the others
 * @param bytes the bytes of all log objects whose size is known; of those whose id is found out by reading them, twice
 * @param readBytes the bytes that were really read
 */
public record IngestProgress(long doneObjects, long objects, long doneBytes, long bytes, long readBytes) {

    /** Learns how far an ingestion is. Must be quick, and safe for many threads. */
    @FunctionalInterface
    public interface Listener {

        /** Looks away. */
        Listener NONE = progress -> {};

        void reached(IngestProgress progress);
    }
}
