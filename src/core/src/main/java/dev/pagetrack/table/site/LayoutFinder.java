package dev.pagetrack.table.site;

import static java.util.Comparator.comparing;

import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Layout;
import dev.pagetrack.table.item.OpenTable;
import dev.pagetrack.table.item.Queries;
import dev.pagetrack.table.item.TableException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Detects the layout of a site's items with a few reads.
 *
 * <p>A site into which pagetrack counts has a {@code META} item, or pages with a count. A list of pages without counts
 * belongs to the series, unless the pages have raw views of ours. If the entries of the list begin with the owner, the
 * layout is {@code production}, else {@code article}.
 */
public final class LayoutFinder {

    /** The number of pages whose raw views are read. */
    private static final int SAMPLE = 3;

    /** The number of list entries from which these pages are chosen. Reading them takes one or two read units. */
    private static final int LISTED = 100;

    /**
     * The number of raw views that are read of a page. One is too few: within a second, ours sort after those of the
     * series.
     */
    private static final int NEWEST = 10;

    private final OpenTable table;
    private final Optional<String> owner;
    private final Attributes attributes;
    private final Queries queries;

    /** Whether the last query of the list of pages found any. */
    private volatile boolean listed;

    LayoutFinder(OpenTable table) {
        this(table, table.settings().siteId());
    }

    /** @param owner the name with which every key begins, if there is one */
    public LayoutFinder(OpenTable table, Optional<String> owner) {
        this.table = table;
        this.owner = owner;
        this.attributes = new Attributes(owner);
        this.queries = table.queries();
    }

    /** Returns the layout of the site's items; pagetrack's own if there are none. */
    public Layout find() {
        if (hasMeta()) {
            return Layout.PAGETRACK;
        }
        var page = queries.first(queries.partition(attributes.indexPartition()));
        if (page.isEmpty()) {
            return hasCounters() ? Layout.PRODUCTION : Layout.PAGETRACK;
        }
        if (page.get().containsKey(Attributes.VIEWS)) {
            return Layout.PAGETRACK;
        }
        var name = Attributes.sortKey(page.get());
        if (owner.filter(id -> name.startsWith(id + "#")).isPresent()) {
            return Layout.PRODUCTION;
        }
        return sample(Attributes::isOurs).isPresent() ? Layout.PAGETRACK : Layout.ARTICLE;
    }

    /** Whether pagetrack has counted views of this site, or its pages are listed. */
    public boolean isCounting() {
        return hasMeta()
                || queries.first(queries.partition(attributes.indexPartition())).isPresent();
    }

    /**
     * Returns a page that has raw views of the series among its newest, if one of a few pages has. Their sort keys are
     * seconds only.
     */
    public Optional<String> pageOfTheSeries() {
        return sample(Attributes::isOfTheSeries);
    }

    /**
     * Returns one of a few listed pages that has a wanted item among its newest. Pages without a count come first,
     * because only the function of the series or a bulk ingestion lists them; then those that were viewed last.
     */
    private Optional<String> sample(Predicate<Map<String, AttributeValue>> wanted) {
        var query = queries.partition(attributes.indexPartition()).limit(LISTED);
        var pages = queries.firstItems(query);
        listed = !pages.isEmpty();
        return pages.stream()
                .sorted(comparing((Map<String, AttributeValue> page) ->
                                Attributes.number(page, Attributes.LAST, Long.MAX_VALUE))
                        .reversed())
                .limit(SAMPLE)
                .map(Attributes::sortKey)
                .filter(page -> newest(page).stream().anyMatch(wanted))
                .findFirst();
    }

    /**
     * Returns one of the first of these pages that has raw views of the series, unless the site has a list of pages.
     * The function of part 2 of the series wrote no list, so its views cannot be found by one.
     */
    Optional<String> pageOfTheSeries(Collection<String> pages) {
        if (listed) {
            return Optional.empty();
        }
        return pages.stream()
                .limit(SAMPLE)
                .filter(page -> newest(page).stream().anyMatch(Attributes::isOfTheSeries))
                .findFirst();
    }

    private List<Map<String, AttributeValue>> newest(String page) {
        return queries.firstItems(queries.before(attributes.pagePartition(page), Attributes.AFTER_SECONDS)
                .scanIndexForward(false)
                .limit(NEWEST));
    }

    /**
     * Reads the {@code META} item. This is the first call to the table, and is not repeated, so that a build fails
     * within seconds.
     */
    private boolean hasMeta() {
        var meta = table.call(client ->
                        client.getItem(get -> get.tableName(table.name()).key(attributes.meta())))
                .item();
        if (meta.containsKey(Attributes.IMPORTING)) {
            throw new TableException("an import into table '" + table.name()
                    + "' did not finish: run pagetrack:import with the same file again.");
        }
        return !meta.isEmpty();
    }

    private boolean hasCounters() {
        return owner.flatMap(name -> queries.first(queries.beginsWith(name, Attributes.PAGES_COUNTERS)))
                .isPresent();
    }
}
