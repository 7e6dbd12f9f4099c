package dev.pagetrack.ingest;

import dev.pagetrack.log.LogObject;
import dev.pagetrack.table.ObjectSummary;
import dev.pagetrack.view.View;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums up log objects. One for each thread, then all in one. */
final class DryRunTally {

    private final Map<String, Long> pages = new HashMap<>();
    private final TreeMap<Integer, String> unreadable = new TreeMap<>();
    private final RejectionTally rejected = new RejectionTally();
    private long lines;
    private long counted;

    void add(View view) {
        pages.merge(view.page(), 1L, Long::sum);
    }

    /**
     * Adds an object whose views were added before.
     *
     * @param place its place in the list of all objects
     */
    void add(int place, ObjectSummary summary) {
        lines += summary.lines();
        counted += summary.counted();
        rejected.add(place, summary);
    }

    /** Notes that an object is damaged or no log. */
    void unreadable(int place, String why) {
        unreadable.put(place, why);
    }

    void add(DryRunTally other) {
        lines += other.lines;
        counted += other.counted;
        other.pages.forEach((page, views) -> pages.merge(page, views, Long::sum));
        rejected.add(other.rejected);
        unreadable.putAll(other.unreadable);
    }

    DryRunReport report(List<? extends LogObject> objects) {
        return new DryRunReport(
                objects.size() - unreadable.size(),
                lines,
                counted,
                rejected.report(objects),
                pages,
                List.copyOf(unreadable.values()));
    }
}
