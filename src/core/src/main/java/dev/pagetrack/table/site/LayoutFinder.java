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
 * Finds out how a site's items lie in the table, by a handful of reads.
 *
 * <p>What pagetrack counts into has a {@code META} item, or pages with a count. A list of pages without counts is the
 * series', unless it lists views of ours; where its entries begin with the owner, it is the production layout.
 */
public final class LayoutFinder {

    /** Pages that are looked at for views of an old function. */
    private static final int SAMPLE = 3;

    /** Of so many that are listed those are chosen; to read them takes a unit or two. */
    private static final int LISTED = 100;

    /** Views of a page that are looked at: of one second ours sort after the series', so the newest alone tells little. */
    private static final int NEWEST = 10;

    private final OpenTable table;
    private final Optional<String> owner;
    private final Attributes attributes;
    private final Queries queries;

    /** Whether pages are listed, as far as the last look at them told. */
    private volatile boolean listed;

    LayoutFinder(OpenTable table) {
        this(table, table.settings().siteId());
    }

    /** @param owner what stands before every key, if anything does */
    public LayoutFinder(OpenTable table, Optional<String> owner) {
        this.table = table;
        this.owner = owner;
        this.attributes = new Attributes(owner);
        this.queries = table.queries();
    }

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

    /** Whether pagetrack counts there, or counted. */
    public boolean isCounting() {
        return hasMeta()
                || queries.first(queries.partition(attributes.indexPartition())).isPresent();
    }

    /** A page that has views of the series among its newest, whose keys are seconds alone, as far as a few pages tell. */
    public Optional<String> pageOfTheSeries() {
        return sample(Attributes::isOfTheSeries);
    }

    /** Pages without a count first: only another function lists such, or a bulk ingestion; then those viewed last. */
    private Optional<String> sample(Predicate<Map<String, AttributeValue>> wanted) {
        var query = queries.partition(attributes.indexPartition()).limit(LISTED);
        var some = queries.firstItems(query);
        listed = !some.isEmpty();
        return some.stream()
                .sorted(comparing((Map<String, AttributeValue> page) ->
                                Attributes.number(page, Attributes.LAST, Long.MAX_VALUE))
                        .reversed())
                .limit(SAMPLE)
                .map(Attributes::sortKey)
                .filter(page -> newest(page).stream().anyMatch(wanted))
                .findFirst();
    }

    /**
     * One of some pages that has views of the series, where nothing is listed yet: the function of part 2 wrote no list, so
     * that its views are not found by one.
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

    /** The first call of all to a table: when it fails, the build should learn so in seconds. */
    private boolean hasMeta() {
        var meta = table.call(client ->
                        client.getItem(get -> get.tableName(table.name()).key(attributes.meta())))
                .item();
        if (meta.containsKey(Attributes.IMPORTING)) {
            throw new TableException("an import into table '" + table.name()
                    + "' did not come to its end: run pagetrack:import with the same file again.");
        }
        return !meta.isEmpty();
    }

    private boolean hasCounters() {
        return owner.flatMap(name -> queries.first(queries.beginsWith(name, Attributes.PAGES_COUNTERS)))
                .isPresent();
    }
}
