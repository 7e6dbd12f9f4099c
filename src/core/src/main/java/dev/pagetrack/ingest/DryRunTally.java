package dev.pagetrack.ingest;

import dev.pagetrack.ingest.DryRunReport.Rejected;
import dev.pagetrack.log.LogObject;
import dev.pagetrack.log.Rejection;
import dev.pagetrack.table.ObjectSummary;
import dev.pagetrack.view.View;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sums up log objects. One for each thread, then all in one. */
final class DryRunTally {

    /** Where a reason is first seen, by the places of objects in their list: whichever thread is faster. */
    private record Example(int object, long line) {

        Example first(Example other) {
            return object < other.object || (object == other.object && line <= other.line) ? this : other;
        }
    }

    /** Numbers that can be counted up where they stand. */
    private final Map<String, long[]> pages = new HashMap<>();

    private final Map<Rejection, Long> rejected = new EnumMap<>(Rejection.class);
    private final Map<Rejection, Example> examples = new EnumMap<>(Rejection.class);
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
        summary.rejected().forEach((reason, count) -> rejected.merge(reason, count, Long::sum));
        summary.examples().forEach((reason, line) -> examples.merge(reason, new Example(place, line), Example::first));
    }

    void add(DryRunTally other) {
        lines += other.lines;
        counted += other.counted;
        other.pages.forEach((page, views) -> add(page, views[0]));
        other.rejected.forEach((reason, count) -> rejected.merge(reason, count, Long::sum));
        other.examples.forEach((reason, example) -> examples.merge(reason, example, Example::first));
    }

    DryRunReport report(List<? extends LogObject> objects) {
        var reasons = new EnumMap<Rejection, Rejected>(Rejection.class);
        rejected.forEach((reason, count) -> {
            var example = examples.get(reason);
            reasons.put(reason, new Rejected(count, objects.get(example.object).name(), example.line));
        });
        var views = new HashMap<String, Long>();
        pages.forEach((page, sum) -> views.put(page, sum[0]));
        return new DryRunReport(objects.size(), lines, counted, reasons, views);
    }
}
