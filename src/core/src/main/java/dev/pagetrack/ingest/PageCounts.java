package dev.pagetrack.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Views by page. Those of a log object are held back until it is known to be whole. */
final class PageCounts {

    /** Numbers that can be counted up where they stand. */
    private static final class Count {
        private long kept;
        private long held;
    }

    private final Map<String, Count> counts = new HashMap<>();
    private final List<Count> held = new ArrayList<>();

    /** Counts a view of the object that is read. */
    void hold(String page) {
        var count = count(page);
        if (count.held == 0) {
            held.add(count);
        }
        count.held++;
    }

    /** The object is whole: its views count. */
    void keep() {
        for (var count : held) {
            count.kept += count.held;
            count.held = 0;
        }
        held.clear();
    }

    /** The object is damaged: its views do not count. */
    void forget() {
        for (var count : held) {
            count.held = 0;
        }
        held.clear();
    }

    /** Adds what another has kept. */
    void add(PageCounts other) {
        for (var page : other.counts.entrySet()) {
            count(page.getKey()).kept += page.getValue().kept;
        }
    }

    /** The views that were kept, of pages that have any. */
    Map<String, Long> kept() {
        var views = new HashMap<String, Long>();
        for (var page : counts.entrySet()) {
            if (page.getValue().kept > 0) {
                views.put(page.getKey(), page.getValue().kept);
            }
        }
        return views;
    }

    private Count count(String page) {
        var count = counts.get(page);
        if (count == null) {
            count = new Count();
            counts.put(page, count);
        }
        return count;
    }
}
