package dev.pagetrack.ingest;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.log.LogObject;
import dev.pagetrack.table.ledger.ObjectSummary;
import java.time.Duration;

/**
 * One log object of a delivery and its result.
 *
 * @param object the log object
 * @param result whether its views were counted, and if not, why
 * @param time how long it took to read the object; the time to write is shared by the whole delivery and not included
 */
public record DeliveredObject(LogObject object, Result result, Duration time) {

    public DeliveredObject {
        requireNonNull(object, "object");
        requireNonNull(result, "result");
        requireNonNull(time, "time");
    }

    /** The result for one log object. */
    public sealed interface Result {}

    /**
     * All views of the object are in the table.
     *
     * @param summary the numbers of its lines and views
     */
    public record Counted(ObjectSummary summary) implements Result {}

    /** The object was ingested before, so it was skipped. */
    public record AlreadyIngested() implements Result {}

    /**
     * The object is damaged, is no log, or does not exist. Another attempt will not help.
     *
     * @param why a sentence; it can quote the beginning of the object
     */
    public record Unreadable(String why) implements Result {}

    /**
     * The object could not be read, or its views could not be written. Another attempt may succeed.
     *
     * @param why a sentence
     */
    public record Failed(String why) implements Result {}

    /**
     * The time limit was reached before the object was done. What is already in the table is consistent; delivering the
     * object again completes it.
     */
    public record Unfinished() implements Result {}
}
