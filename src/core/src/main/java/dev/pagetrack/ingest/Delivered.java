package dev.pagetrack.ingest;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.log.LogObject;
import dev.pagetrack.table.ObjectSummary;
import java.time.Duration;

/**
 * What became of one log object of a delivery.
 *
 * @param object the log object
 * @param result what became of it
 * @param time how long reading it took; writing is shared by the whole delivery
 */
public record Delivered(LogObject object, Result result, Duration time) {

    public Delivered {
        requireNonNull(object, "object");
        requireNonNull(result, "result");
        requireNonNull(time, "time");
    }

    /** What became of a log object. */
    public sealed interface Result {}

    /**
     * All its views are in the table.
     *
     * @param summary what it held
     */
    public record Counted(ObjectSummary summary) implements Result {}

    /** It was ingested before. */
    public record KnownBefore() implements Result {}

    /**
     * It is damaged, no log, or not there, and always will be.
     *
     * @param why a sentence; it can quote what the object begins with
     */
    public record Unreadable(String why) implements Result {}

    /**
     * It could not be read or written this time.
     *
     * @param why a sentence
     */
    public record Failed(String why) implements Result {}

    /** The time was over before it was done. What was written of it is consistent; delivered again, it is completed. */
    public record Unfinished() implements Result {}
}
