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
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Reads the layouts of the series at one moment: the raw views of every page, some pages at the same time. Share buttons
 * are no views: their items sort behind all seconds, and are not read.
 */
public final class SeriesReader {

    /** How many pages are read at the same time. */
    private static final int THREADS = 8;

    /** Among so many items of a page its first view is looked for: some may have no second for a key. */
    private static final int FIRST = 10;

    private final Queries queries;
    private final SeriesKeys keys;
    private final SeriesCounters counters;
    private final Supplier<Set<String>> unlisted;
    private Map<YearMonth, Map<String, Long>> counted;
    private List<SeriesPage> pages;

    private SeriesReader(OpenTable table, Queries queries, SeriesKeys keys, Supplier<Set<String>> unlisted) {
        this.queries = queries;
        this.keys = keys;
        this.counters = new SeriesCounters(queries, table.items(), keys);
        this.unlisted = unlisted;
    }

    /**
     * Reads the pages that {@code INDEX} lists or a counter names.
     *
     * @param queries adds up what that costs
     */
    public static SeriesReader ofListed(OpenTable table, Queries queries, SeriesKeys keys) {
        return new SeriesReader(table, queries, keys, Set::of);
    }

    /**
     * Reads those that nothing names, too: the function of part 2 wrote no {@code INDEX}, so of pages that were not viewed
     * since only their views are there. To find them takes the reading of all the table.
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

    /** The histories of all pages that are wanted, by page path. */
    SortedMap<String, SeriesHistory> read(Predicate<String> wanted) {
        var histories = new ConcurrentSkipListMap<String, SeriesHistory>();
        OpenTable.inParallel(THREADS, withTwins(wanted), page -> histories.put(page.page(), history(page)));
        if (!counted().isEmpty()) {
            counters.carry(counted(), pages(), firstDay(pages()), histories);
        }
        histories.keySet().removeIf(wanted.negate());
        return histories;
    }

    /** The pages that are wanted, and those that share a counter with one of them. */
    private List<SeriesPage> withTwins(Predicate<String> wanted) {
        var all = new TreeSet<String>();
        pages().stream().map(SeriesPage::page).filter(wanted).forEach(all::add);
        if (!counted().isEmpty()) {
            SeriesPage.byFoldedName(pages()).values().stream()
                    .filter(twins -> twins.stream().anyMatch(wanted))
                    .forEach(all::addAll);
        }
        return pages().stream().filter(page -> all.contains(page.page())).toList();
    }

    /** By page path, the days that only counters know of, and their views. */
    SortedMap<String, SortedMap<LocalDate, Long>> carried() {
        var carried = new TreeMap<String, SortedMap<LocalDate, Long>>();
        if (!counted().isEmpty()) {
            read(page -> true).forEach((page, history) -> carried.put(page, history.carried()));
            carried.values().removeIf(Map::isEmpty);
        }
        return carried;
    }

    private SeriesHistory history(SeriesPage page) {
        var history = new SeriesHistory(page.isInLowerCase());
        views(page, history::add, Attributes.PARTITION_KEY, Attributes.SORT_KEY);
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

    /** All pages. */
    List<SeriesPage> pages() {
        if (pages == null) {
            var folded = new TreeSet<String>();
            counted().values().forEach(names -> folded.addAll(names.keySet()));
            pages = new LowerCaseNames(names()).pages(folded);
        }
        return pages;
    }

    /** By page path, what they are called in the table. */
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

    /** The UTC day of the first raw view of all; before it, counters are all that is left. */
    private Optional<LocalDate> firstDay(List<SeriesPage> pages) {
        var firsts = new ConcurrentLinkedQueue<Long>();
        OpenTable.inParallel(
                THREADS,
                pages.stream().flatMap(page -> page.names().stream()).toList(),
                name -> queries.firstItems(views(name).limit(FIRST)).stream()
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
