package dev.pagetrack.table.series;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.toSet;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.OpenTable;
import dev.pagetrack.table.item.Queries;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Reads the views of a table in one of the series' layouts: the raw views of every page, several pages at the same
 * time, and the counters. Clicks on share buttons are not views: their sort keys come after all epoch seconds, and they
 * are not read. A reader reads the list of pages and the counters only once, so that its results belong to one moment.
 */
public final class SeriesReader {

    /** How many pages are read at the same time. */
    private static final int THREADS = 8;

    /** How many items of a page are read to find its first view: the keys of some items may not be epoch seconds. */
    private static final int FIRST_ITEMS = 10;

    private final Queries queries;
    private final SeriesKeys keys;
    private final SeriesCounters counters;
    private final Supplier<Set<String>> unlisted;
    private @Nullable Map<YearMonth, Map<String, Long>> counted;
    private @Nullable List<SeriesPage> pages;

    private SeriesReader(OpenTable table, Queries queries, SeriesKeys keys, Supplier<Set<String>> unlisted) {
        this.queries = queries;
        this.keys = keys;
        this.counters = new SeriesCounters(queries, table.items(), keys);
        this.unlisted = unlisted;
    }

    /**
     * A reader of the pages that {@code INDEX} lists or a counter names.
     *
     * @param queries adds up the cost of the reads
     */
    public static SeriesReader ofListed(OpenTable table, Queries queries, SeriesKeys keys) {
        return new SeriesReader(table, queries, keys, Set::of);
    }

    /**
     * A reader of all pages, including pages that neither {@code INDEX} nor a counter names. The function of part 2 of
     * the series wrote no {@code INDEX}, so a page that was not viewed since has only raw views. To find such pages,
     * the whole table must be scanned.
     */
    static SeriesReader ofAll(OpenTable table, SeriesKeys keys) {
        var scan = new TableScan(table);
        return new SeriesReader(
                table,
                table.queries(),
                keys,
                () -> scan.partitions(
                        keys.commonPrefix(),
                        Attributes.AFTER_SECONDS,
                        partition -> keys.pageName(partition).isPresent()));
    }

    /** The histories of the wanted pages, by page path. */
    SortedMap<String, SeriesHistory> read(Predicate<String> wanted) {
        var histories = new ConcurrentSkipListMap<String, SeriesHistory>();
        OpenTable.inParallel(THREADS, withSharedCounters(wanted), page -> histories.put(page.page(), history(page)));
        if (!counted().isEmpty()) {
            counters.addTo(counted(), pages(), firstDay(pages()), histories);
        }
        histories.keySet().removeIf(wanted.negate());
        return histories;
    }

    /** The wanted pages, and the pages that share a counter with one of them. */
    private List<SeriesPage> withSharedCounters(Predicate<String> wanted) {
        var all = new TreeSet<String>();
        pages().stream().map(SeriesPage::page).filter(wanted).forEach(all::add);
        if (!counted().isEmpty()) {
            SeriesPage.byLowerCaseName(pages()).values().stream()
                    .filter(sharing -> sharing.stream().anyMatch(wanted))
                    .forEach(all::addAll);
        }
        return pages().stream().filter(page -> all.contains(page.page())).toList();
    }

    /** The views that only counters know, by page path and day. */
    SortedMap<String, SortedMap<LocalDate, Long>> carried() {
        var carried = new TreeMap<String, SortedMap<LocalDate, Long>>();
        if (!counted().isEmpty()) {
            read(page -> true).forEach((page, history) -> carried.put(page, history.carried()));
            carried.values().removeIf(Map::isEmpty);
        }
        return carried;
    }

    private SeriesHistory history(SeriesPage page) {
        var history = new SeriesHistory(page.isOnlyInLowerCase());
        views(page, history::add, Attributes.PARTITION_KEY, Attributes.SORT_KEY);
        return history;
    }

    /** Passes every raw view of a page to a consumer, with the given attributes. */
    void views(SeriesPage page, Consumer<Map<String, AttributeValue>> items, String... attributes) {
        for (var name : page.names()) {
            queries.items(views(name).projectionExpression(String.join(", ", attributes)), items);
        }
    }

    private QueryRequest.Builder views(String name) {
        return queries.before(keys.pagePartition(name), Attributes.AFTER_SECONDS);
    }

    /** All pages, read once. */
    List<SeriesPage> pages() {
        if (pages == null) {
            var lowerCaseNames = new TreeSet<String>();
            counted().values().forEach(names -> lowerCaseNames.addAll(names.keySet()));
            pages = new LowerCaseNames(names()).pages(lowerCaseNames);
        }
        return pages;
    }

    /** The names of each page in the table, by page path. */
    private SortedMap<String, List<String>> names() {
        var all = new TreeSet<String>();
        queries.items(queries.partition(keys.indexPartition()), item -> all.add(keys.name(item)));
        all.addAll(unlisted.get().stream()
                .flatMap(partition -> keys.pageName(partition).stream())
                .collect(toSet()));
        var names = new TreeMap<String, List<String>>();
        all.forEach(name -> names.computeIfAbsent(SeriesKeys.page(name), any -> new ArrayList<>())
                .add(name));
        return names;
    }

    private Map<YearMonth, Map<String, Long>> counted() {
        if (counted == null) {
            counted = counters.months();
        }
        return counted;
    }

    /** The UTC day of the first raw view of all pages. Views before this day are only in counters. */
    private Optional<LocalDate> firstDay(List<SeriesPage> pages) {
        var firsts = new ConcurrentLinkedQueue<Long>();
        OpenTable.inParallel(
                THREADS,
                pages.stream().flatMap(page -> page.names().stream()).toList(),
                name -> queries.firstItems(views(name).limit(FIRST_ITEMS)).stream()
                        .flatMapToLong(item -> Attributes.second(item).stream())
                        .min()
                        .ifPresent(firsts::add));
        return firsts.stream().min(naturalOrder()).map(SeriesHistory::day);
    }

    /** The read units consumed so far. */
    double units() {
        return queries.cost().units();
    }
}
