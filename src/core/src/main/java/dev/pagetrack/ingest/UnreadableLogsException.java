package dev.pagetrack.ingest;

import dev.pagetrack.log.UnreadableLogException;

/** Some log objects are damaged or no logs. All others were counted: the report says what came of them. */
public final class UnreadableLogsException extends UnreadableLogException {

    private static final long serialVersionUID = 1L;

    private final transient IngestReport report;

    UnreadableLogsException(IngestReport report) {
        super(message(report));
        this.report = report;
    }

    private static String message(IngestReport report) {
        var unreadable = report.unreadable();
        return unreadable.size() == 1
                ? unreadable.get(0)
                : unreadable.size() + " log objects cannot be read:\n" + String.join("\n", unreadable);
    }

    /** What was counted. */
    public IngestReport report() {
        return report;
    }
}
