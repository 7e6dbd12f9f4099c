package dev.pagetrack.table.series;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.page.PagePath;
import dev.pagetrack.page.Slashes;
import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Layout;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The keys of the two layouts of the blog series.
 *
 * @param layout one of the two layouts
 * @param owner the owner at the beginning of every key; empty if there is none
 */
public record SeriesKeys(Layout layout, Optional<String> owner) {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM", Locale.ROOT);

    /** The series' function took the path from an S3 log without decoding, and there it is percent-encoded twice. */
    private static final int PATH_DECODINGS = 2;

    public SeriesKeys {
        requireNonNull(layout, "layout");
        requireNonNull(owner, "owner");
    }

    private String prefix() {
        return owner.map(name -> name + "#").orElse("");
    }

    String indexPartition() {
        return prefix() + Attributes.INDEX;
    }

    /** The name of a page in its {@code INDEX} item. */
    String name(Map<String, AttributeValue> indexItem) {
        var key = Attributes.sortKey(indexItem);
        return layout == Layout.PRODUCTION && key.startsWith(prefix()) ? key.substring(prefix().length()) : key;
    }

    /** The common beginning of all partition keys; empty if there is none. */
    Optional<String> commonPrefix() {
        return owner.map(name -> prefix());
    }

    /** The name of the page to which a partition belongs; empty if it belongs to no page. */
    Optional<String> pageName(String partition) {
        return Optional.of(partition)
                .filter(any -> any.startsWith(prefix()))
                .map(any -> any.substring(prefix().length()))
                .filter(SeriesKeys::isPage);
    }

    /**
     * Whether a name can be the name of a page. Page names come from S3 logs, where {@code #} is percent-encoded, so a
     * name with {@code #} belongs to another site.
     */
    static boolean isPage(String name) {
        return name.indexOf('#') < 0 && !name.equals(Attributes.INDEX) && !name.equals(Attributes.META);
    }

    String pagePartition(String name) {
        return prefix() + name;
    }

    /** The partition of the monthly counters; empty if this layout has none. */
    Optional<String> countersPartition() {
        return layout == Layout.PRODUCTION ? owner : Optional.empty();
    }

    /** The month of a {@code PAGES} item; empty if the item counts something else. */
    static Optional<YearMonth> countedMonth(Map<String, AttributeValue> item) {
        try {
            return Optional.of(
                    YearMonth.parse(Attributes.sortKey(item).substring(Attributes.PAGES_COUNTERS.length()), MONTH));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The key of a page's daily counters of a month. */
    Map<String, AttributeValue> dayCounters(String lowerCaseName, YearMonth month) {
        return Attributes.key(pagePartition(lowerCaseName), Attributes.VISITS_COUNTERS + MONTH.format(month));
    }

    /** The form of a name in counters. */
    static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /**
     * The page path of a name. A name that is not a page path is escaped, so that it cannot address another partition.
     */
    static String page(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        var path = PagePath.of(bytes, 0, bytes.length, PATH_DECODINGS, Slashes.DISTINCT);
        return path.map(PagePath::value).orElseGet(() -> PagePath.escape(name));
    }
}
