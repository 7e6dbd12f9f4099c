package dev.pagetrack.table;

import dev.pagetrack.log.LogObjectId;
import dev.pagetrack.view.View;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The names and keys of the table, all of them, and nowhere else. */
final class Attributes {

    static final String PARTITION_KEY = "UserPages";
    static final String SORT_KEY = "SortKey";

    /** Of {@code INDEX} and {@code MONTH} items: a count. */
    static final String VIEWS = "Views";

    /** Of {@code INDEX} items: epoch seconds. */
    static final String FIRST = "First";

    static final String LAST = "Last";

    /** Of raw views; the seed's own name for it. */
    static final String REFERRER = "Referrer";

    static final String BROWSER = "Browser";
    static final String COUNTRY = "Country";

    /** Of raw views when retention is set: epoch seconds, the table's TTL attribute. */
    static final String EXPIRES = "Expires";

    /** Of {@code OBJECT} items. */
    static final String NAME = "Name";

    static final String FORMAT = "Format";
    static final String LINES = "Lines";
    static final String COUNTED = "Counted";
    static final String REJECTED = "Rejected";
    static final String EXAMPLES = "Examples";

    /** Of the {@code META} item. */
    static final String VERSION = "Version";

    /** Days; absent if raw views are kept for ever. */
    static final String RETENTION = "Retention";

    /** Epoch seconds: from when on every counted view has its raw view. */
    static final String COMPLETE = "Complete";

    /** The parameters of the view policy of the last run, each with a hash of its value. */
    static final String POLICY = "Policy";

    static final String META_VERSION = "version";

    /** {@code D01} to {@code D31} of {@code MONTH} items: the views of a day. */
    static final List<String> DAYS =
            IntStream.rangeClosed(1, 31).mapToObj(Attributes::day).toList();

    /** Before the value, in the names of a {@code MONTH} item's counts. */
    static final String BROWSER_COUNT = "B#";

    static final String COUNTRY_COUNT = "C#";
    static final String REFERRER_COUNT = "R#";

    private final String prefix;

    Attributes(Optional<String> siteId) {
        prefix = siteId.map(id -> id + "#").orElse("");
    }

    static String day(int day) {
        return day < 10 ? "D0" + day : "D" + day;
    }

    /** The key of a raw view. */
    Map<String, AttributeValue> rawView(View view) {
        return key(rawViews(view.page()), view.second() + "." + view.id());
    }

    Map<String, AttributeValue> index(String page) {
        return key(indexPartition(), page);
    }

    Map<String, AttributeValue> month(YearMonth month, String page) {
        return key(monthPartition(month), page);
    }

    Map<String, AttributeValue> object(LogObjectId id) {
        return key(prefix + "OBJECT#" + id.source(), id.hash());
    }

    Map<String, AttributeValue> meta() {
        return key(prefix + "META", META_VERSION);
    }

    String indexPartition() {
        return prefix + "INDEX";
    }

    String monthPartition(YearMonth month) {
        return prefix + String.format(Locale.ROOT, "MONTH#%04d-%02d", month.getYear(), month.getMonthValue());
    }

    /** The partition of a page's raw views. */
    String rawViews(String page) {
        return prefix + page;
    }

    private static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of(PARTITION_KEY, text(partition), SORT_KEY, text(sort));
    }

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    /** A number of an item; 0 if it has no such attribute. */
    static long number(Map<String, AttributeValue> item, String name) {
        return number(item, name, 0);
    }

    static long number(Map<String, AttributeValue> item, String name, long otherwise) {
        var value = item.get(name);
        return value == null || value.n() == null ? otherwise : Long.parseLong(value.n());
    }

    /** The numbers of an item, by attribute name. */
    static Map<String, Long> numbers(Map<String, AttributeValue> item) {
        var numbers = new HashMap<String, Long>();
        item.forEach((name, value) -> {
            if (value.n() != null) {
                numbers.put(name, Long.parseLong(value.n()));
            }
        });
        return numbers;
    }

    static String sortKey(Map<String, AttributeValue> item) {
        return item.get(SORT_KEY).s();
    }
}
