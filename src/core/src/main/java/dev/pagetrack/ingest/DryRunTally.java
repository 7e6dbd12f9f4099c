package dev.pagetrack.ingest;

import dev.pagetrack.log.LogObject;
import dev.pagetrack.table.ledger.ObjectSummary;
import dev.pagetrack.view.View;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Sums up log objects in a dry run. Each thread has its own tally; in the end all are added to one. */
final class DryRunTally {

    private final PageCounts pages = new PageCounts();
    private final TreeMap<Integer, String> unreadable = new TreeMap<>();
    private final RejectionTally rejected = new RejectionTally();
    private final PassedOverTally passedOver = new PassedOverTally();
    private final RejectionTally suspected = new RejectionTally();
    private final ComparisonTally comparison = new ComparisonTally();
    private long lines;
    private long counted;

    /** Counts a view of the object that is being read. */
    void addView(View view) {
        pages.addPending(view.page());
    }

    /**
     * Adds the object that was just read, with its views.
     *
     * @param index the object's index in the list of all objects
     */
    void add(int index, ObjectSummary summary) {
        pages.commit();
        lines += summary.lines();
        counted += summary.counted();
        passedOver.add(index, summary);
        rejected.add(index, summary.rejected(), summary.examples());
        suspected.add(index, summary.suspected(), summary.suspectedExamples());
    }

    /** Adds what another policy counts differently in the object that was just read. */
    void add(int index, ObjectComparison object) {
        comparison.add(index, object);
    }

    /** Records that the object that was just read is damaged or no log: none of its views is counted. */
    void unreadable(int index, String why) {
        pages.discard();
        unreadable.put(index, why);
    }

    void add(DryRunTally other) {
        lines += other.lines;
        counted += other.counted;
        pages.add(other.pages);
        rejected.add(other.rejected);
        passedOver.add(other.passedOver);
        suspected.add(other.suspected);
        comparison.add(other.comparison);
        unreadable.putAll(other.unreadable);
    }

    /** @param compared whether another policy was compared */
    DryRunReport report(List<? extends LogObject> objects, boolean compared) {
        var views = pages.committed();
        return new DryRunReport(
                objects.size() - unreadable.size() - passedOver.size(),
                passedOver.report(objects),
                lines,
                counted,
                rejected.report(objects),
                suspected.report(objects),
                views,
                List.copyOf(unreadable.values()),
                compared ? Optional.of(comparison.report(objects, views)) : Optional.empty());
    }
}
