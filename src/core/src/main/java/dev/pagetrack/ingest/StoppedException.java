package dev.pagetrack.ingest;

/** The way out of reading a log object when the ingestion is to end. */
final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoppedException() {
        super("the ingestion is stopped", null, false, false);
    }
}
