package dev.pagetrack.table.forget;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@link Forget} took out, or would take out.
 *
 * @param pages the number of views by page path; pages without any are left out
 */
public record ForgetReport(SortedMap<String, Long> pages) {

    public ForgetReport {
        pages = Collections.unmodifiableSortedMap(new TreeMap<>(pages));
    }

    static ForgetReport of(Map<String, Long> pages) {
        var some = new TreeMap<>(pages);
        some.values().removeIf(views -> views == 0);
        return new ForgetReport(some);
    }

    /** The number of views of all pages. */
    public long views() {
        return pages.values().stream().mapToLong(Long::longValue).sum();
    }
}
