package dev.pagetrack.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Views by page. The views of a log object are pending until the object is known to be undamaged. */
final class PageCounts {

    /** Mutable counters, so that a view costs one map access. */
    private static final class Count {
        private long committed;
        private long pending;
    }

    private final Map<String, Count> counts = new HashMap<>();
    private final List<Count> pending = new ArrayList<>();

    /** Counts a view of the object that is being read. */
    void addPending(String page) {
        var count = count(page);
        if (count.pending == 0) {
            pending.add(count);
        }
        count.pending++;
    }

    /** Counts the pending views: the object is undamaged. */
    void commit() {
        for (var count : pending) {
            count.committed += count.pending;
            count.pending = 0;
        }
        pending.clear();
    }

    /** Drops the pending views: the object is damaged. */
    void discard() {
        for (var count : pending) {
            count.pending = 0;
        }
        pending.clear();
    }

    /** Adds the committed views of another. */
    void add(PageCounts other) {
        for (var page : other.counts.entrySet()) {
            count(page.getKey()).committed += page.getValue().committed;
        }
    }

    /** The committed views of each page that has any. */
    Map<String, Long> committed() {
        var views = new HashMap<String, Long>();
        for (var page : counts.entrySet()) {
            if (page.getValue().committed > 0) {
                views.put(page.getKey(), page.getValue().committed);
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
