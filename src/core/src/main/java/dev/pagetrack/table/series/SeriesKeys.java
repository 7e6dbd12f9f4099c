package dev.pagetrack.table.series;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.page.PagePath;
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
 * @param layout which of them
 * @param owner what stands before every key, if anything does
 */
public record SeriesKeys(Layout layout, Optional<String> owner) {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM", Locale.ROOT);

    /** Its function took the path as it stands in an S3 log, where it is percent-encoded twice. */
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

    /** The name of a page as its {@code INDEX} item has it. */
    String name(Map<String, AttributeValue> indexItem) {
        var key = Attributes.sortKey(indexItem);
        return layout == Layout.PRODUCTION && key.startsWith(prefix()) ? key.substring(prefix().length()) : key;
    }

    /** What all partition keys begin with, if they have that in common. */
    Optional<String> commonPrefix() {
        return owner.map(name -> prefix());
    }

    /** The name of the page whose partition this is; empty if it is none. */
    Optional<String> pageName(String partition) {
        return Optional.of(partition)
                .filter(any -> any.startsWith(prefix()))
                .map(any -> any.substring(prefix().length()))
                .filter(SeriesKeys::isPage);
    }

    /**
     * Whether a name can be a page's: it stood in an S3 log, where a {@code #} is percent-encoded, so one with a {@code #}
     * is of another site.
     */
    static boolean isPage(String name) {
        return name.indexOf('#') < 0 && !name.equals(Attributes.INDEX) && !name.equals(Attributes.META);
    }

    String pagePartition(String name) {
        return prefix() + name;
    }

    /** The partition of the counters of whole months, if this layout has them. */
    Optional<String> countersPartition() {
        return layout == Layout.PRODUCTION ? owner : Optional.empty();
    }

    /** The month of a {@code PAGES} item; empty if it counts something else. */
    static Optional<YearMonth> countedMonth(Map<String, AttributeValue> item) {
        try {
            return Optional.of(
                    YearMonth.parse(Attributes.sortKey(item).substring(Attributes.PAGES_COUNTERS.length()), MONTH));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The key of the counters of a page's days. */
    Map<String, AttributeValue> visits(String folded, YearMonth month) {
        return Attributes.key(pagePartition(folded), Attributes.VISITS_COUNTERS + MONTH.format(month));
    }

    /** How a name stands in counters. */
    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The page path of a name. What is none keeps its name, but can address no partition of ours. */
    static String page(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        var path = PagePath.of(bytes, 0, bytes.length, PATH_DECODINGS);
        return path.map(PagePath::value).orElseGet(() -> PagePath.escape(name));
    }
}
