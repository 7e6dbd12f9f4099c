package dev.pagetrack.table;

import static java.util.Comparator.naturalOrder;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Reads the layouts of the series: the raw views of every page, some pages at the same time. Share buttons are no views:
 * their items sort behind all seconds, and are not read.
 */
final class SeriesReader {

    /** How many pages are read at the same time. */
    private static final int THREADS = 8;

    private final Queries queries;
    private final SeriesKeys keys;
    private final SeriesCounters counters;

    SeriesReader(DynamoDbClient client, String table, Backoff backoff, SeriesKeys keys, ReadMeter meter) {
        this.queries = new Queries(client, table, backoff, meter);
        this.keys = keys;
        this.counters = new SeriesCounters(queries, new Items(client, table, backoff), keys);
    }

    /** The histories of all pages that are wanted, by page path. */
    SortedMap<String, SeriesHistory> read(Predicate<String> wanted) {
        var counted = counters.months();
        var pages = pages(counted);
        var histories = new ConcurrentSkipListMap<String, SeriesHistory>();
        Parallel.each(
                THREADS,
                pages.stream().filter(page -> wanted.test(page.page())).toList(),
                page -> histories.put(page.page(), history(page)));
        if (!counted.isEmpty()) {
            counters.carry(counted, pages, firstDay(pages), histories);
        }
        return histories;
    }

    /** By page path, the days that only counters know of, and their views. */
    SortedMap<String, SortedMap<LocalDate, Long>> carried() {
        var carried = new TreeMap<String, SortedMap<LocalDate, Long>>();
        if (!counters.months().isEmpty()) {
            read(page -> true).forEach((page, history) -> carried.put(page, history.carried()));
            carried.values().removeIf(Map::isEmpty);
        }
        return carried;
    }

    private SeriesHistory history(SeriesPage page) {
        var history = new SeriesHistory();
        views(page, item -> Attributes.second(item).ifPresent(history::add), Attributes.SORT_KEY);
        return history;
    }

    /** Gives every raw view of a page, with some of its attributes. */
    void views(SeriesPage page, Consumer<Map<String, AttributeValue>> items, String... attributes) {
        for (var name : page.names()) {
            queries.items(views(name).projectionExpression(String.join(", ", attributes)), items);
        }
    }

    private QueryRequest.Builder views(String name) {
        return queries.before(keys.pagePartition(name), Attributes.AFTER_SECONDS);
    }

    /** All pages that {@code INDEX} lists or a counter names. */
    List<SeriesPage> pages() {
        return pages(counters.months());
    }

    private List<SeriesPage> pages(Map<YearMonth, Map<String, Long>> counted) {
        var names = new TreeMap<String, List<String>>();
        queries.items(queries.partition(keys.indexPartition()), item -> {
            var name = keys.name(item);
            names.computeIfAbsent(SeriesKeys.page(name), any -> new ArrayList<>())
                    .add(name);
        });
        var folded = new TreeSet<String>();
        counted.values().forEach(pages -> folded.addAll(pages.keySet()));
        return new FoldedNames(names).pages(folded);
    }

    /** The UTC day of the first raw view of all; before it, counters are all that is left. */
    private Optional<LocalDate> firstDay(List<SeriesPage> pages) {
        var firsts = new ConcurrentLinkedQueue<Long>();
        Parallel.each(
                THREADS,
                pages.stream().flatMap(page -> page.names().stream()).toList(),
                name -> queries.first(views(name))
                        .ifPresent(item -> Attributes.second(item).ifPresent(firsts::add)));
        return firsts.stream().min(naturalOrder()).map(SeriesHistory::day);
    }

    /** The read units consumed so far. */
    double units() {
        return queries.units();
    }
}
