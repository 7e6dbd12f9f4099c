package dev.pagetrack.ingest;

import dev.pagetrack.log.UnreadableLogException;

/** Thrown when some log objects are damaged or no logs. All others were ingested; {@link #report} has their figures. */
public final class IncompleteIngestionException extends UnreadableLogException {

    private static final long serialVersionUID = 1L;

    private final transient IngestReport report;

    IncompleteIngestionException(IngestReport report) {
        super(message(report));
        this.report = report;
    }

    private static String message(IngestReport report) {
        var unreadable = report.unreadable();
        return unreadable.size() == 1
                ? unreadable.get(0)
                : unreadable.size() + " log objects cannot be read:\n" + String.join("\n", unreadable);
    }

    /** The report of the log objects that were ingested. */
    public IngestReport report() {
        return report;
    }
}
