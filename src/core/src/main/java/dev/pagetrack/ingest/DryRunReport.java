package dev.pagetrack.ingest;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.log.Rejection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a dry run found.
 *
 * @param objects log objects read
 * @param lines their lines, without directives and blank ones; each is counted or rejected
 * @param counted lines that are views
 * @param rejected lines that are no views, by reason and in the order of reasons
 * @param pages the views of each page, by page path, the most viewed first
 * @param unreadable what is wrong with log objects that are damaged or no logs; nothing of them is counted
 */
public record DryRunReport(
        long objects,
        long lines,
        long counted,
        Map<Rejection, Rejected> rejected,
        Map<String, Long> pages,
        List<String> unreadable) {

    /**
     * Lines that are no views for one reason.
     *
     * @param lines how many
     * @param file the name of the log object where the first of them stands
     * @param line the number of that line, from 1
     */
    public record Rejected(long lines, String file, long line) {

        public Rejected {
            requireNonNull(file, "file");
        }
    }

    public DryRunReport {
        rejected = Collections.unmodifiableMap(new TreeMap<>(rejected));
        pages = mostViewedFirst(pages);
        unreadable = List.copyOf(unreadable);
    }

    private static Map<String, Long> mostViewedFirst(Map<String, Long> pages) {
        var order = Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey());
        var sorted = new LinkedHashMap<String, Long>();
        pages.entrySet().stream().sorted(order).forEach(page -> sorted.put(page.getKey(), page.getValue()));
        return Collections.unmodifiableMap(sorted);
    }
}
