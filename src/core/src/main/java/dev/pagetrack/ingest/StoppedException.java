package dev.pagetrack.ingest;

/** Thrown to leave the reading of a log object when the ingestion was stopped. */
final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoppedException() {
        super("the ingestion was stopped", null, false, false);
    }
}
