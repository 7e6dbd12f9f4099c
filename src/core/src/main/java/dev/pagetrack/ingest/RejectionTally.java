package dev.pagetrack.ingest;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.ingest.DryRunReport.Rejected;
import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.Rejection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Sums up lines of log objects by the reason for which they are, or would be, rejected, with the first example of each. */
final class RejectionTally {

    /**
     * The first line with a reason, in the order of the list of objects: it does not depend on which thread is faster.
     */
    private record Example(int object, long line) {

        Example first(Example other) {
            return object < other.object || (object == other.object && line <= other.line) ? this : other;
        }
    }

    private final Map<Rejection, Long> lines = new EnumMap<>(Rejection.class);
    private final Map<Rejection, Example> examples = new EnumMap<>(Rejection.class);

    /**
     * @param index the object's index in the list of all objects
     * @param counts how many lines of the object there are, by reason
     * @param first the line number of the first of them, by reason
     */
    void add(int index, Map<Rejection, Long> counts, Map<Rejection, Long> first) {
        counts.forEach((reason, count) -> lines.merge(reason, count, Long::sum));
        first.forEach((reason, line) -> examples.merge(reason, new Example(index, line), Example::first));
    }

    void add(RejectionTally other) {
        other.lines.forEach((reason, count) -> lines.merge(reason, count, Long::sum));
        other.examples.forEach((reason, example) -> examples.merge(reason, example, Example::first));
    }

    Map<Rejection, Rejected> report(List<? extends LogObject> objects) {
        var reasons = new EnumMap<Rejection, Rejected>(Rejection.class);
        lines.forEach((reason, count) -> {
            var example = requireNonNull(examples.get(reason), "each reason has an example");
            reasons.put(reason, new Rejected(count, objects.get(example.object).name(), example.line));
        });
        return reasons;
    }
}
