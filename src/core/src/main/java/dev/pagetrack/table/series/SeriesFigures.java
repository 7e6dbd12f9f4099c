package dev.pagetrack.table.series;

import static java.util.stream.Collectors.toMap;

import dev.pagetrack.figures.DailyViews;
import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.figures.TotalVisitor;
import dev.pagetrack.table.figures.Figures;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Computes the figures of the series' layouts. It counts the raw views each time, so the cost grows with views. The
 * months come from the read of the latest totals, so that totals and months belong to one moment and nothing is read
 * twice.
 */
public final class SeriesFigures implements Figures {

    private static final Comparator<String> TABLE_ORDER =
            Comparator.comparing(page -> page.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final Supplier<SeriesReader> readers;
    private volatile @Nullable SortedMap<String, SeriesHistory> last;

    /** @param readers makes a new reader for each read of the figures; the reader adds up the cost */
    public SeriesFigures(Supplier<SeriesReader> readers) {
        this.readers = readers;
    }

    @Override
    public SortedMap<String, PageTotal> totals(String prefix) {
        var histories = readers.get().read(page -> page.startsWith(prefix));
        if (prefix.isEmpty()) {
            last = histories;
        }
        return totals(histories);
    }

    @Override
    public double totals(String prefix, String after, TotalVisitor visitor) {
        var reader = readers.get();
        double before = reader.units();
        var totals = new TreeMap<String, PageTotal>(TABLE_ORDER);
        totals.putAll(totals(reader.read(page -> page.startsWith(prefix))));
        for (var total : totals.tailMap(after, false).entrySet()) {
            if (!visitor.visit(total.getKey(), total.getValue())) {
                break;
            }
        }
        return reader.units() - before;
    }

    @Override
    public SortedMap<String, PageTotal> totals(Collection<String> pages) {
        return totals(readers.get().read(Set.copyOf(pages)::contains));
    }

    private static SortedMap<String, PageTotal> totals(Map<String, SeriesHistory> histories) {
        var totals = new TreeMap<String, PageTotal>();
        histories.forEach((page, history) -> history.total().ifPresent(total -> totals.put(page, total)));
        return totals;
    }

    @Override
    public SortedMap<String, DailyViews> month(YearMonth month) {
        var histories = last;
        if (histories == null) {
            histories = readers.get().read(page -> true);
            last = histories;
        }
        var found = new TreeMap<String, DailyViews>();
        histories.forEach((page, history) -> {
            var days = history.months().get(month);
            if (days != null) {
                found.put(page, days);
            }
        });
        return found;
    }

    @Override
    public List<String> leftOut() {
        var histories = last;
        return histories == null
                ? List.of()
                : histories.values().stream()
                        .flatMap(history -> history.undated().stream())
                        .toList();
    }

    @Override
    public SortedMap<String, SortedMap<String, Long>> referrers(YearMonth month) {
        return new TreeMap<>();
    }

    @Override
    public SortedMap<YearMonth, DailyViews> months(Collection<String> pages, Collection<YearMonth> months) {
        var wanted = Set.copyOf(months);
        return readers.get().read(Set.copyOf(pages)::contains).values().stream()
                .flatMap(history -> history.months().entrySet().stream())
                .filter(month -> wanted.contains(month.getKey()))
                .collect(toMap(
                        Map.Entry::getKey, Map.Entry::getValue, DailyViews::plus, TreeMap<YearMonth, DailyViews>::new));
    }
}
