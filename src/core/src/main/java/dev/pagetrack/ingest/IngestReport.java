package dev.pagetrack.ingest;

import dev.pagetrack.ingest.DryRunReport.Rejected;
import dev.pagetrack.log.Rejection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an ingestion did.
 *
 * @param objects log objects that are done now
 * @param skipped log objects that had been ingested before
 * @param lines lines read, without directives and blank ones; each is counted or rejected
 * @param counted lines that are views
 * @param added views that are new to the table
 * @param known views that had been counted before: the same records in another log object, or another delivery
 * @param writeUnits the write units that it took, computed from the sizes of the items
 * @param rejected lines that are no views, by reason and in the order of reasons
 * @param unreadable what is wrong with log objects that are damaged or no logs; nothing of them was counted
 * @param changedPolicy the parameters of the view policy that differ from those of the run before
 */
public record IngestReport(
        long objects,
        long skipped,
        long lines,
        long counted,
        long added,
        long known,
        long writeUnits,
        Map<Rejection, Rejected> rejected,
        List<String> unreadable,
        Set<String> changedPolicy) {

    public IngestReport {
        rejected = Collections.unmodifiableMap(new TreeMap<>(rejected));
        unreadable = List.copyOf(unreadable);
        changedPolicy = Collections.unmodifiableSet(new TreeSet<>(changedPolicy));
    }

    /** The write units for each view that is new; 0 if none is. */
    public double writeUnitsPerView() {
        return added == 0 ? 0 : (double) writeUnits / added;
    }
}
