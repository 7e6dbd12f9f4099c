package dev.pagetrack.ingest;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.log.Rejection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What another view policy, B, would count differently from the policy of the dry run, A.
 *
 * @param counted how many lines B counts
 * @param changes the lines that the policies treat differently, in groups: first those that only A counts, then those
 *     that only B counts, then those that both count, for different pages, then those that are rejected for different
 *     reasons
 * @param pages the views by A and B of each page for which they differ, the page with the largest difference first
 */
public record PolicyDifference(long counted, List<Change> changes, Map<String, PageViews> pages) {

    /**
     * Lines that the policies treat differently in the same way.
     *
     * @param a why A rejects them; empty if it counts them
     * @param b why B rejects them; empty if it counts them
     * @param lines how many there are
     * @param file the name of the log object that contains the first of them
     * @param line the number of that line, counted from 1
     */
    public record Change(Optional<Rejection> a, Optional<Rejection> b, long lines, String file, long line) {

        public Change {
            requireNonNull(a, "a");
            requireNonNull(b, "b");
            requireNonNull(file, "file");
        }

        /** Whether only A counts these lines. */
        public boolean onlyA() {
            return a.isEmpty() && b.isPresent();
        }

        /** Whether only B counts these lines. */
        public boolean onlyB() {
            return a.isPresent() && b.isEmpty();
        }

        /** Whether both count these lines, for different pages. */
        public boolean otherPage() {
            return a.isEmpty() && b.isEmpty();
        }

        private int group() {
            if (onlyA()) {
                return 0;
            }
            return onlyB() ? 1 : otherPage() ? 2 : 3;
        }
    }

    /**
     * The views of a page.
     *
     * @param a by policy A
     * @param b by policy B
     */
    public record PageViews(long a, long b) {

        private long difference() {
            return Math.abs(a - b);
        }
    }

    private static final Comparator<Change> ORDER = Comparator.comparingInt(Change::group)
            .thenComparingInt(change -> order(change.a))
            .thenComparingInt(change -> order(change.b));

    public PolicyDifference {
        changes = changes.stream().sorted(ORDER).toList();
        pages = largestFirst(pages);
    }

    @SuppressWarnings("EnumOrdinal") // the order of reports
    private static int order(Optional<Rejection> reason) {
        return reason.map(Rejection::ordinal).orElse(-1);
    }

    private static Map<String, PageViews> largestFirst(Map<String, PageViews> pages) {
        var order = Comparator.<Map.Entry<String, PageViews>>comparingLong(
                        page -> -page.getValue().difference())
                .thenComparing(Map.Entry.comparingByKey());
        var sorted = new LinkedHashMap<String, PageViews>();
        pages.entrySet().stream()
                .filter(page -> page.getValue().difference() > 0)
                .sorted(order)
                .forEach(page -> sorted.put(page.getKey(), page.getValue()));
        return Collections.unmodifiableMap(sorted);
    }
}
