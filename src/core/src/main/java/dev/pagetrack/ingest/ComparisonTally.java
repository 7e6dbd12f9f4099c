package dev.pagetrack.ingest;

import dev.pagetrack.ingest.ObjectComparison.Verdicts;
import dev.pagetrack.ingest.PolicyDifference.Change;
import dev.pagetrack.ingest.PolicyDifference.PageViews;
import dev.pagetrack.log.LogObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sums up what two policies count differently in log objects. Each thread has its own; in the end they are added. */
final class ComparisonTally {

    /** How many lines there are, and the first of them in the order of the list of objects. */
    private record Lines(long count, int object, long line) {

        Lines plus(Lines other) {
            boolean earlier = object < other.object || (object == other.object && line <= other.line);
            return new Lines(count + other.count, earlier ? object : other.object, earlier ? line : other.line);
        }
    }

    private final Map<Verdicts, Lines> changes = new HashMap<>();
    private final PageCounts pages = new PageCounts();
    private long counted;

    /** @param index the object's index in the list of all objects */
    void add(int index, ObjectComparison object) {
        object.changes()
                .forEach((verdicts, lines) ->
                        changes.merge(verdicts, new Lines(lines.count(), index, lines.first()), Lines::plus));
        pages.add(object.pages());
        counted += object.counted();
    }

    void add(ComparisonTally other) {
        other.changes.forEach((verdicts, lines) -> changes.merge(verdicts, lines, Lines::plus));
        pages.add(other.pages);
        counted += other.counted;
    }

    /** @param pagesOfA the views of each page by policy A */
    PolicyDifference report(List<? extends LogObject> objects, Map<String, Long> pagesOfA) {
        var views = new HashMap<String, PageViews>();
        pagesOfA.forEach((page, count) -> views.put(page, new PageViews(count, 0)));
        pages.committed()
                .forEach((page, count) -> views.put(page, new PageViews(pagesOfA.getOrDefault(page, 0L), count)));
        return new PolicyDifference(
                counted,
                changes.entrySet().stream()
                        .map(change -> new Change(
                                change.getKey().a(),
                                change.getKey().b(),
                                change.getValue().count,
                                objects.get(change.getValue().object).name(),
                                change.getValue().line))
                        .toList(),
                views);
    }
}
