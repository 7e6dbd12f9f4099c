package dev.pagetrack.table.ledger;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.log.Rejection;
import java.util.Map;
import java.util.Optional;

/**
 * The numbers of lines and views of a log object. They depend only on its bytes and the view policy.
 *
 * @param name the object's name in reports
 * @param format the log format; {@code empty} if the object has no lines, {@code no-views} if it was passed over
 * @param lines the number of lines, without directives and blank lines
 * @param counted the number of lines that are views
 * @param rejected the number of lines that are no views, by reason
 * @param examples the line number of the first line that is no view, by reason
 * @param passedOver what the object is, if it was passed over because it holds no page views
 */
public record ObjectSummary(
        String name,
        String format,
        long lines,
        long counted,
        Map<Rejection, Long> rejected,
        Map<Rejection, Long> examples,
        Optional<String> passedOver) {

    /** The numbers of a log object that was read. */
    public ObjectSummary(
            String name,
            String format,
            long lines,
            long counted,
            Map<Rejection, Long> rejected,
            Map<Rejection, Long> examples) {
        this(name, format, lines, counted, rejected, examples, Optional.empty());
    }

    public ObjectSummary {
        requireNonNull(name, "name");
        requireNonNull(format, "format");
        rejected = Map.copyOf(rejected);
        examples = Map.copyOf(examples);
        requireNonNull(passedOver, "passedOver");
    }
}
