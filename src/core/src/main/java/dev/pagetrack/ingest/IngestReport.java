package dev.pagetrack.ingest;

import dev.pagetrack.ingest.DryRunReport.PassedOver;
import dev.pagetrack.ingest.DryRunReport.Rejected;
import dev.pagetrack.log.Rejection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The result of an ingestion.
 *
 * @param objects how many log objects were ingested by this run
 * @param passedOver the log objects that hold no page views by their nature, by what they are
 * @param skipped how many log objects had been ingested before
 * @param lines how many lines were read, without directives and blank lines; each line is counted or rejected
 * @param counted how many lines are views
 * @param added how many views are new in the table
 * @param known how many views had been counted before: the same records in another log object, or in another delivery
 * @param writeUnits the write units that were used, computed from the sizes of the items
 * @param rejected the lines that are no views, by reason, in the order of {@link Rejection}
 * @param suspected the lines that are views, but that a rule about faked browsers would reject, by reason; each rule is
 *     counted by itself, so one line may be in several
 * @param unreadable one message for each log object that is damaged or no log; none of its lines was counted
 * @param changedPolicy the parameters of the view policy that differ from those of the previous run
 */
public record IngestReport(
        long objects,
        Map<String, PassedOver> passedOver,
        long skipped,
        long lines,
        long counted,
        long added,
        long known,
        long writeUnits,
        Map<Rejection, Rejected> rejected,
        Map<Rejection, Rejected> suspected,
        List<String> unreadable,
        Set<String> changedPolicy) {

    public IngestReport {
        passedOver = Collections.unmodifiableMap(new TreeMap<>(passedOver));
        rejected = Collections.unmodifiableMap(new TreeMap<>(rejected));
        suspected = Collections.unmodifiableMap(new TreeMap<>(suspected));
        unreadable = List.copyOf(unreadable);
        changedPolicy = Collections.unmodifiableSet(new TreeSet<>(changedPolicy));
    }

    /** The write units for each new view; 0 if there are no new views. */
    public double writeUnitsPerView() {
        return added == 0 ? 0 : (double) writeUnits / added;
    }
}
