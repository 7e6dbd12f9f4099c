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

    /** Numbers that can be counted up where they stand. */
    private final Map<String, long[]> pages = new HashMap<>();

    private final TreeMap<Integer, String> unreadable = new TreeMap<>();
    private final RejectionTally rejected = new RejectionTally();
    private long lines;
    private long counted;

    void add(View view) {
        add(view.page(), 1);
    }

    private void add(String page, long views) {
        var sum = pages.get(page);
        if (sum == null) {
            pages.put(page, new long[] {views});
        } else {
            sum[0] += views;
        }
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
        other.pages.forEach((page, views) -> add(page, views[0]));
        rejected.add(other.rejected);
        unreadable.putAll(other.unreadable);
    }

    DryRunReport report(List<? extends LogObject> objects) {
        var views = new HashMap<String, Long>();
        pages.forEach((page, sum) -> views.put(page, sum[0]));
        return new DryRunReport(
                objects.size() - unreadable.size(),
                lines,
                counted,
                rejected.report(objects),
                views,
                List.copyOf(unreadable.values()));
    }
}
