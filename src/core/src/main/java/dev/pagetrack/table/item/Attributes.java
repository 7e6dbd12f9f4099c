package dev.pagetrack.table.item;

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

/** The names and keys of the table, all of them, and nowhere else. */
public final class Attributes {

    public static final String PARTITION_KEY = "UserPages";
    public static final String SORT_KEY = "SortKey";

    /** Of {@code INDEX} and {@code MONTH} items: a count. */
    public static final String VIEWS = "Views";

    /** Of {@code INDEX} items: epoch seconds. */
    public static final String FIRST = "First";

    public static final String LAST = "Last";

    /** Of {@code INDEX} and {@code MONTH} items: how often a rebuild set it, so that no two states of it look alike. */
    public static final String REBUILT = "Rebuilt";

    /** Of {@code MONTH} items: by day, views without raw views, taken over from the counters of an older layout. */
    public static final String CARRIED = "Carried";

    /** Of raw views; the seed's own name for it. */
    public static final String REFERRER = "Referrer";

    public static final String BROWSER = "Browser";
    public static final String COUNTRY = "Country";

    /** Of raw views when retention is set: epoch seconds, the table's TTL attribute. */
    public static final String EXPIRES = "Expires";

    /** Of {@code OBJECT} items. */
    public static final String NAME = "Name";

    public static final String FORMAT = "Format";
    public static final String LINES = "Lines";
    public static final String COUNTED = "Counted";
    public static final String REJECTED = "Rejected";
    public static final String EXAMPLES = "Examples";

    /** Of the {@code META} item. */
    public static final String VERSION = "Version";

    /** Days; absent if raw views are kept for ever. */
    public static final String RETENTION = "Retention";

    /** Epoch seconds: from when on every counted view has its raw view. */
    public static final String COMPLETE = "Complete";

    /** The parameters of the view policy of the last run, each with a hash of its value. */
    public static final String POLICY = "Policy";

    static final String META_VERSION = "version";

    /** Of the {@code META} item of the cut-over: a UTC day. */
    public static final String CUTOVER = "Cutover";

    static final String META_CUTOVER = "cutover";

    /** Of the {@code META} item while a site is imported: the checksum of the file. */
    public static final String IMPORTING = "Importing";

    /** Of the {@code META} item of rebuilds: there while raw views may be missing in the rollups. */
    public static final String PENDING = "Pending";

    /** Of the same item: the last rebuild that raised it. */
    public static final String PENDING_BY = "By";

    static final String META_REBUILD = "rebuild";

    /** Of the {@code META} item: how many rebuilds changed something, so that who keeps months knows. */
    public static final String REBUILDS = "Rebuilds";

    /** Of the {@code META} item of a site that views were moved to: where from. */
    public static final String FROM = "From";

    /** Of that item: there once the moving has come to its end. */
    public static final String ENDED = "Ended";

    static final String META_MOVED = "moved";

    /** Of {@code INDEX} items: there if the page is only known by the lower-case name that counters of the series have. */
    public static final String LOWER_CASE = "LowerCase";

    /** Of the series' raw views: the user agent. */
    public static final String SERIES_AGENT = "AgentString";

    private static final String OBJECTS = "OBJECT#";

    /** The partition that lists the pages. */
    public static final String INDEX = "INDEX";

    /** The partition of what holds for a whole site. */
    public static final String META = "META";

    /** Begins the sort keys of the series' counters of a month, whose attributes are pages. */
    public static final String PAGES_COUNTERS = "PAGES#";

    /** Begins the sort keys of the series' counters of a page's days, in {@link #DAYS}. */
    public static final String VISITS_COUNTERS = "VISITS#";

    /** Sorts after every second and before everything else in a page's partition of the series. */
    public static final String AFTER_SECONDS = ":";

    /** {@code D01} to {@code D31} of {@code MONTH} items: the views of a day. */
    public static final List<String> DAYS =
            IntStream.rangeClosed(1, 31).mapToObj(Attributes::day).toList();

    /** Before the value, in the names of a {@code MONTH} item's counts. */
    public static final String BROWSER_COUNT = "B#";

    public static final String COUNTRY_COUNT = "C#";
    public static final String REFERRER_COUNT = "R#";

    /** The end of the year 9999: what is greater is no second, but perhaps a millisecond. */
    private static final long LAST_SECOND = 253_402_300_799L;

    /** The sort key of a raw view; in the series' tables some have a fraction. */
    private static final Pattern SECOND = Pattern.compile("([0-9]{1,12})(?:\\.[0-9]*)?");

    private static final Pattern OURS = Pattern.compile("[0-9]{1,12}\\.[0-9]{39}");

    private final String prefix;

    public Attributes(Optional<String> siteId) {
        prefix = siteId.map(id -> id + "#").orElse("");
    }

    public static String day(int day) {
        return day < 10 ? "D0" + day : "D" + day;
    }

    /** The key of a raw view. */
    public Map<String, AttributeValue> rawView(View view) {
        return key(pagePartition(view.page()), view.second() + "." + view.id());
    }

    /**
     * The view of a raw view's item.
     *
     * @throws TableException if it is none of ours
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

    /** Names a source of log objects, so that its partition is found without a scan. */
    public Map<String, AttributeValue> source(String source) {
        return key(metaPartition(), OBJECTS + source);
    }

    /** The sources that items of the {@code META} partition name. */
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

    public Map<String, AttributeValue> rebuild() {
        return key(metaPartition(), META_REBUILD);
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

    /** A number of an item; 0 if it has no such attribute. */
    public static long number(Map<String, AttributeValue> item, String name) {
        return number(item, name, 0);
    }

    public static long number(Map<String, AttributeValue> item, String name, long otherwise) {
        var value = item.get(name);
        return value == null || value.n() == null ? otherwise : Long.parseLong(value.n());
    }

    /** The second of a raw view, in whatever layout; empty if it is none, so that nobody knows when it was. */
    public static OptionalLong second(Map<String, AttributeValue> item) {
        var matcher = SECOND.matcher(sortKey(item));
        long second = matcher.matches() ? Long.parseLong(matcher.group(1)) : Long.MAX_VALUE;
        return second <= LAST_SECOND ? OptionalLong.of(second) : OptionalLong.empty();
    }

    /** Whether a raw view is one of the series: its key is a second, be it with a fraction, and without our 39 digits. */
    public static boolean isOfTheSeries(Map<String, AttributeValue> item) {
        return second(item).isPresent() && !isOurs(item);
    }

    /** Whether it is a raw view that we wrote. */
    public static boolean isOurs(Map<String, AttributeValue> item) {
        return OURS.matcher(sortKey(item)).matches();
    }

    private static void requireOurs(Map<String, AttributeValue> item) {
        if (!isOurs(item)) {
            throw new TableException("'" + text(item, PARTITION_KEY) + "' holds an item '" + sortKey(item)
                    + "', which pagetrack did not write, and cannot count: something else writes into this site's"
                    + " partitions. Switch that off, and delete what it wrote there.");
        }
    }

    /** The counts of an item whose attributes are named by what they count. */
    public static Map<String, Long> counts(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .filter(attribute -> attribute.getValue().n() != null)
                .collect(toMap(Map.Entry::getKey, attribute -> number(item, attribute.getKey())));
    }

    /** Of a {@code MONTH} item: by the name of the day, the views that were carried over. */
    public static Map<String, Long> carried(Map<String, AttributeValue> item) {
        var carried = item.get(CARRIED);
        return carried == null
                ? Map.of()
                : carried.m().keySet().stream().collect(toMap(identity(), day -> number(carried.m(), day)));
    }

    public static String partition(Map<String, AttributeValue> item) {
        return item.get(PARTITION_KEY).s();
    }

    public static String sortKey(Map<String, AttributeValue> item) {
        return item.get(SORT_KEY).s();
    }
}
