package dev.pagetrack.table.item;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.pagetrack.log.LogObjectId;
import dev.pagetrack.view.View;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** All attribute names and keys of the table. No other class knows any. */
public final class Attributes {

    public static final String PARTITION_KEY = "UserPages";
    public static final String SORT_KEY = "SortKey";

    /** In {@code INDEX} and {@code MONTH} items: the number of views. */
    public static final String VIEWS = "Views";

    /** In {@code INDEX} items: the first view, in epoch seconds. */
    public static final String FIRST = "First";

    /** In {@code INDEX} items: the last view, in epoch seconds. */
    public static final String LAST = "Last";

    /**
     * In {@code INDEX} and {@code MONTH} items: how often a rebuild set the item, so that no two of its states are
     * equal.
     */
    public static final String REBUILT = "Rebuilt";

    /**
     * In {@code MONTH} items: by day, views without raw views that were copied from the counters of a series layout.
     */
    public static final String CARRIED = "Carried";

    /** In raw views. The tables of the blog series use the same name. */
    public static final String REFERRER = "Referrer";

    public static final String BROWSER = "Browser";
    public static final String COUNTRY = "Country";

    /** In raw views if retention is set: the table's TTL attribute, in epoch seconds. */
    public static final String EXPIRES = "Expires";

    /** In {@code OBJECT} items, as the following names. */
    public static final String NAME = "Name";

    public static final String FORMAT = "Format";
    public static final String LINES = "Lines";
    public static final String COUNTED = "Counted";
    public static final String REJECTED = "Rejected";
    public static final String EXAMPLES = "Examples";

    /** In the {@code META} item: the version of the page paths. */
    public static final String VERSION = "Version";

    /** In the {@code META} item: for how many days raw views are kept; absent if for ever. */
    public static final String RETENTION = "Retention";

    /** In the {@code META} item: the epoch second from which every counted view has its raw view. */
    public static final String COMPLETE = "Complete";

    /** In the {@code META} item: the parameters of the last run's view policy, each with a hash of its value. */
    public static final String POLICY = "Policy";

    static final String META_VERSION = "version";

    /** In the {@code META} item of the cut-over: a UTC day. */
    public static final String CUTOVER = "Cutover";

    static final String META_CUTOVER = "cutover";

    /** In the {@code META} item while a site is imported: the checksum of the file. */
    public static final String IMPORTING = "Importing";

    /** Prefix of the sort keys of {@code META} items that say that raw views may be missing in the rollups. */
    public static final String REBUILD_NOTE = "rebuild#";

    /** In such an item: when its writer began, in epoch seconds. */
    public static final String BEGAN = "Began";

    /** In the same item: when its writer was last known to be running, in epoch seconds. */
    public static final String RENEWED = "Renewed";

    static final String META_FORGOTTEN = "forgotten";

    /** Prefix of the attributes of the {@code META} item with the rules about forgotten views: an id follows. */
    public static final String RULE = "Rule#";

    /** In such a rule: the patterns of pages, one in each line. */
    public static final String RULE_PAGES = "Pages";

    /** In the same rule: the first epoch second. */
    public static final String RULE_FROM = "From";

    /** In the same rule: the end, exclusive, in epoch seconds. */
    public static final String RULE_TO = "To";

    /**
     * In the {@code META} item: how many rebuilds changed something. A cache of months is stale if this has changed.
     */
    public static final String REBUILDS = "Rebuilds";

    /** In the {@code META} item of a migration: where its views come from. */
    public static final String FROM = "From";

    /** In the same item, and in the notes of rebuilds: present once the migration or the writer has finished. */
    public static final String ENDED = "Ended";

    static final String META_MOVED = "moved";

    /** In {@code INDEX} items: present if only the page's lower-case name is known, from the counters of the series. */
    public static final String LOWER_CASE = "LowerCase";

    /** In raw views of the series: the user agent. */
    public static final String SERIES_AGENT = "AgentString";

    private static final String OBJECTS = "OBJECT#";

    /** The partition that lists the pages. */
    public static final String INDEX = "INDEX";

    /** The partition of settings and state of a whole site. */
    public static final String META = "META";

    /** Prefix of the sort keys of the series' counters of a month. Their attributes are named by pages. */
    public static final String PAGES_COUNTERS = "PAGES#";

    /** Prefix of the sort keys of the series' counters of a page's days, with the attributes {@link #DAYS}. */
    public static final String VISITS_COUNTERS = "VISITS#";

    /** In the series' partition of a page, sorts after every raw view and before all other items. */
    public static final String AFTER_SECONDS = ":";

    /** {@code D01} to {@code D31} of {@code MONTH} items: the views of a day. */
    public static final List<String> DAYS =
            IntStream.rangeClosed(1, 31).mapToObj(Attributes::day).toList();

    /** Prefixes of the count attributes in {@code MONTH} items: a browser, country or referrer host follows. */
    public static final String BROWSER_COUNT = "B#";

    public static final String COUNTRY_COUNT = "C#";
    public static final String REFERRER_COUNT = "R#";

    /** The end of the year 9999: a greater number is not a second, but perhaps a millisecond. */
    private static final long LAST_SECOND = 253_402_300_799L;

    /** The sort key of a raw view. In the series' tables, some have a fraction. */
    private static final Pattern SECOND = Pattern.compile("([0-9]{1,12})(?:\\.[0-9]*)?");

    private static final Pattern OURS = Pattern.compile("[0-9]{1,12}\\.[0-9]{39}");

    private final String prefix;

    public Attributes(Optional<String> siteId) {
        prefix = siteId.map(id -> id + "#").orElse("");
    }

    public static String day(int day) {
        return day < 10 ? "D0" + day : "D" + day;
    }

    /** Returns the key of a raw view. */
    public Map<String, AttributeValue> rawView(View view) {
        return key(pagePartition(view.page()), view.second() + "." + view.id());
    }

    /**
     * Returns the view that a raw view's item holds.
     *
     * @throws TableException if pagetrack did not write the item
     */
    public static View view(String page, Map<String, AttributeValue> item) {
        var key = sortKey(item);
        requireOurs(item);
        int point = key.indexOf('.');
        return new View(
                page,
                Long.parseLong(key.substring(0, point)),
                key.substring(point + 1),
                text(item, BROWSER),
                text(item, COUNTRY),
                text(item, REFERRER));
    }

    public Map<String, AttributeValue> index(String page) {
        return key(indexPartition(), page);
    }

    public Map<String, AttributeValue> month(YearMonth month, String page) {
        return key(monthPartition(month), page);
    }

    public Map<String, AttributeValue> object(LogObjectId id) {
        return key(objectPartition(id.source()), id.hash());
    }

    public String objectPartition(String source) {
        return prefix + OBJECTS + source;
    }

    /**
     * Returns the key of the item that names a source of log objects. With it, the source's partition is found without
     * a scan.
     */
    public Map<String, AttributeValue> source(String source) {
        return key(metaPartition(), OBJECTS + source);
    }

    /** Returns the sources of log objects that items of the {@code META} partition name. */
    public static List<String> sources(List<Map<String, AttributeValue>> meta) {
        return meta.stream()
                .map(Attributes::sortKey)
                .filter(key -> key.startsWith(OBJECTS))
                .map(key -> key.substring(OBJECTS.length()))
                .toList();
    }

    public String metaPartition() {
        return prefix + META;
    }

    public Map<String, AttributeValue> meta() {
        return key(metaPartition(), META_VERSION);
    }

    public Map<String, AttributeValue> rebuildNote(String id) {
        return key(metaPartition(), REBUILD_NOTE + id);
    }

    public Map<String, AttributeValue> forgotten() {
        return key(metaPartition(), META_FORGOTTEN);
    }

    public Map<String, AttributeValue> cutover() {
        return key(metaPartition(), META_CUTOVER);
    }

    public Map<String, AttributeValue> moved() {
        return key(metaPartition(), META_MOVED);
    }

    public String indexPartition() {
        return prefix + INDEX;
    }

    public String monthPartition(YearMonth month) {
        return prefix + String.format(Locale.ROOT, "MONTH#%04d-%02d", month.getYear(), month.getMonthValue());
    }

    public String pagePartition(String page) {
        return prefix + page;
    }

    public static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of(PARTITION_KEY, text(partition), SORT_KEY, text(sort));
    }

    public static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    public static String text(Map<String, AttributeValue> item, String name) {
        var value = item.get(name);
        return value == null || value.s() == null ? "" : value.s();
    }

    public static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    /** Returns a number of an item, or 0 if it has no such attribute. */
    public static long number(Map<String, AttributeValue> item, String name) {
        return number(item, name, 0);
    }

    public static long number(Map<String, AttributeValue> item, String name, long otherwise) {
        var value = item.get(name);
        return value == null || value.n() == null ? otherwise : Long.parseLong(value.n());
    }

    /**
     * Returns the epoch second of a raw view in any layout, or empty if the sort key has none: then its time is
     * unknown.
     */
    public static OptionalLong second(Map<String, AttributeValue> item) {
        var matcher = SECOND.matcher(sortKey(item));
        long second = matcher.matches() ? Long.parseLong(matcher.group(1)) : Long.MAX_VALUE;
        return second <= LAST_SECOND ? OptionalLong.of(second) : OptionalLong.empty();
    }

    /**
     * Whether a raw view is one of the series: its sort key is a second, maybe with a fraction, but without our 39
     * digits.
     */
    public static boolean isOfTheSeries(Map<String, AttributeValue> item) {
        return second(item).isPresent() && !isOurs(item);
    }

    /** Whether an item is a raw view that pagetrack wrote. */
    public static boolean isOurs(Map<String, AttributeValue> item) {
        return OURS.matcher(sortKey(item)).matches();
    }

    private static void requireOurs(Map<String, AttributeValue> item) {
        if (!isOurs(item)) {
            throw new TableException("'" + text(item, PARTITION_KEY) + "' holds an item '" + sortKey(item)
                    + "', which pagetrack did not write and cannot count: another program writes into this site's"
                    + " partitions. Stop that program, and delete what it wrote there.");
        }
    }

    /** Returns all numbers of an item by attribute name. */
    public static Map<String, Long> counts(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .filter(attribute -> attribute.getValue().n() != null)
                .collect(toMap(Map.Entry::getKey, attribute -> number(item, attribute.getKey())));
    }

    /**
     * Returns the views of a {@code MONTH} item that were copied from a series table, by the name of the day's
     * attribute.
     */
    public static Map<String, Long> carried(Map<String, AttributeValue> item) {
        var carried = item.get(CARRIED);
        return carried == null
                ? Map.of()
                : carried.m().keySet().stream().collect(toMap(identity(), day -> number(carried.m(), day)));
    }

    public static String partition(Map<String, AttributeValue> item) {
        return requireNonNull(item.get(PARTITION_KEY), PARTITION_KEY).s();
    }

    public static String sortKey(Map<String, AttributeValue> item) {
        return requireNonNull(item.get(SORT_KEY), SORT_KEY).s();
    }
}
