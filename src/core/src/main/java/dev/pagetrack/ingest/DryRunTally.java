package dev.pagetrack.ingest;

import dev.pagetrack.log.LogObject;
import dev.pagetrack.table.ObjectSummary;
import dev.pagetrack.view.View;
import java.util.List;
import java.util.TreeMap;

/** Sums up log objects. One for each thread, then all in one. */
final class DryRunTally {

    private final PageCounts pages = new PageCounts();
    private final TreeMap<Integer, String> unreadable = new TreeMap<>();
    private final RejectionTally rejected = new RejectionTally();
    private long lines;
    private long counted;

    /** Counts a view of the object that is read. */
    void hold(View view) {
        pages.hold(view.page());
    }

    /**
     * Adds the object that was read, with its views.
     *
     * @param place its place in the list of all objects
     */
    void add(int place, ObjectSummary summary) {
        pages.keep();
        lines += summary.lines();
        counted += summary.counted();
        rejected.add(place, summary);
    }

    /** Notes that the object that was read is damaged or no log: nothing of it is counted. */
    void unreadable(int place, String why) {
        pages.forget();
        unreadable.put(place, why);
    }

    void add(DryRunTally other) {
        lines += other.lines;
        counted += other.counted;
        pages.add(other.pages);
        rejected.add(other.rejected);
        unreadable.putAll(other.unreadable);
    }

    DryRunReport report(List<? extends LogObject> objects) {
        return new DryRunReport(
                objects.size() - unreadable.size(),
                lines,
                counted,
                rejected.report(objects),
                pages.kept(),
                List.copyOf(unreadable.values()));
    }
}
