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
 * @param suspected the number of lines that are views, but that a rule about faked browsers would reject, by reason.
 *     Each rule is counted by itself, so one line may be in several numbers
 * @param suspectedExamples the line number of the first such line, by reason
 * @param passedOver what the object is, if it was passed over because it holds no page views
 */
public record ObjectSummary(
        String name,
        String format,
        long lines,
        long counted,
        Map<Rejection, Long> rejected,
        Map<Rejection, Long> examples,
        Map<Rejection, Long> suspected,
        Map<Rejection, Long> suspectedExamples,
        Optional<String> passedOver) {

    /** The numbers of a log object that was read, and has no suspicious views. */
    public ObjectSummary(
            String name,
            String format,
            long lines,
            long counted,
            Map<Rejection, Long> rejected,
            Map<Rejection, Long> examples) {
        this(name, format, lines, counted, rejected, examples, Map.of(), Map.of(), Optional.empty());
    }

    public ObjectSummary {
        requireNonNull(name, "name");
        requireNonNull(format, "format");
        rejected = Map.copyOf(rejected);
        examples = Map.copyOf(examples);
        suspected = Map.copyOf(suspected);
        suspectedExamples = Map.copyOf(suspectedExamples);
        requireNonNull(passedOver, "passedOver");
    }
}
