package dev.pagetrack.ingest;

import dev.pagetrack.ingest.DryRunReport.PassedOver;
import dev.pagetrack.log.LogObject;
import dev.pagetrack.table.ledger.ObjectSummary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects the log objects that were passed over because they hold no page views, by what they are. */
final class PassedOverTally {

    /** The indexes of the objects in the list of all objects. */
    private final Map<String, TreeSet<Integer>> indexes = new HashMap<>();

    /** @param index the object's index in the list of all objects */
    void add(int index, ObjectSummary summary) {
        summary.passedOver()
                .ifPresent(what ->
                        indexes.computeIfAbsent(what, any -> new TreeSet<>()).add(index));
    }

    void add(PassedOverTally other) {
        other.indexes.forEach((what, those) ->
                indexes.computeIfAbsent(what, any -> new TreeSet<>()).addAll(those));
    }

    /** How many objects were passed over. */
    int size() {
        return indexes.values().stream().mapToInt(TreeSet::size).sum();
    }

    Map<String, PassedOver> report(List<? extends LogObject> objects) {
        var report = new TreeMap<String, PassedOver>();
        indexes.forEach((what, those) -> report.put(
                what, new PassedOver(those.size(), objects.get(those.first()).name())));
        return report;
    }
}
