package dev.pagetrack.ingest;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.log.Rejection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The result of a dry run.
 *
 * @param objects how many log objects were read
 * @param passedOver the log objects that hold no page views by their nature, by what they are
 * @param lines how many lines they have, without directives and blank lines; each line is counted or rejected
 * @param counted how many lines are views
 * @param rejected the lines that are no views, by reason, in the order of {@link Rejection}
 * @param suspected the lines that are views, but that a rule about faked browsers would reject, by reason; each rule is
 *     counted by itself, so one line may be in several
 * @param pages the views of each page, by page path, the most viewed page first
 * @param unreadable one message for each log object that is damaged or no log; none of its lines is counted
 * @param difference what another policy would count differently, if one was compared
 */
public record DryRunReport(
        long objects,
        Map<String, PassedOver> passedOver,
        long lines,
        long counted,
        Map<Rejection, Rejected> rejected,
        Map<Rejection, Rejected> suspected,
        Map<String, Long> pages,
        List<String> unreadable,
        Optional<PolicyDifference> difference) {

    /**
     * Log objects that are the same kind of file, which holds no page views.
     *
     * @param objects how many there are
     * @param first the name of the first of them
     */
    public record PassedOver(long objects, String first) {

        public PassedOver {
            requireNonNull(first, "first");
        }
    }

    /**
     * The lines that were, or would be, rejected for one reason.
     *
     * @param lines how many there are
     * @param file the name of the log object that contains the first of them
     * @param line the number of that line, counted from 1
     */
    public record Rejected(long lines, String file, long line) {

        public Rejected {
            requireNonNull(file, "file");
        }
    }

    public DryRunReport {
        passedOver = Collections.unmodifiableMap(new TreeMap<>(passedOver));
        rejected = Collections.unmodifiableMap(new TreeMap<>(rejected));
        suspected = Collections.unmodifiableMap(new TreeMap<>(suspected));
        pages = mostViewedFirst(pages);
        unreadable = List.copyOf(unreadable);
        requireNonNull(difference, "difference");
    }

    private static Map<String, Long> mostViewedFirst(Map<String, Long> pages) {
        var order = Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey());
        var sorted = new LinkedHashMap<String, Long>();
        pages.entrySet().stream().sorted(order).forEach(page -> sorted.put(page.getKey(), page.getValue()));
        return Collections.unmodifiableMap(sorted);
    }
}
