package dev.pagetrack.table.ledger;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.log.Rejection;
import java.util.Map;

/**
 * What a log object held: a function of its bytes and the view policy, and of nothing else.
 *
 * @param name what reports call it
 * @param format the format it was read as; {@code empty} for one without a line
 * @param lines its lines, without directives and blank ones
 * @param counted how many of them are views
 * @param rejected how many are none, by reason
 * @param examples the number of the first line that is none, by reason
 */
public record ObjectSummary(
        String name,
        String format,
        long lines,
        long counted,
        Map<Rejection, Long> rejected,
        Map<Rejection, Long> examples) {

    public ObjectSummary {
        requireNonNull(name, "name");
        requireNonNull(format, "format");
        rejected = Map.copyOf(rejected);
        examples = Map.copyOf(examples);
    }
}
