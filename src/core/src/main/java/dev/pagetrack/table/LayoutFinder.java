package dev.pagetrack.table;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Finds out how a site's items lie in the table, by a handful of reads.
 *
 * <p>What pagetrack counts into has a {@code META} item, or pages with a count. A list of pages without counts is the
 * series', unless it lists views of ours; where its entries begin with the owner, it is the production layout.
 */
final class LayoutFinder {

    /** Pages that are looked at for views of an old function. */
    private static final int SAMPLE = 3;

    private final DynamoDbClient client;
    private final TableSettings settings;
    private final Attributes attributes;
    private final Queries queries;

    LayoutFinder(DynamoDbClient client, TableSettings settings, Backoff backoff) {
        this.client = client;
        this.settings = settings;
        this.attributes = new Attributes(settings.siteId());
        this.queries = new Queries(client, settings.name(), backoff);
    }

    Layout find() {
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
        var listed = Attributes.sortKey(page.get());
        if (settings.siteId().filter(owner -> listed.startsWith(owner + "#")).isPresent()) {
            return Layout.PRODUCTION;
        }
        return sample(view -> !Attributes.isOfTheSeries(view)).isPresent() ? Layout.PAGETRACK : Layout.ARTICLE;
    }

    /** A page whose newest raw view is one of the series, whose keys are seconds alone, as far as a few pages tell. */
    Optional<String> pageOfTheSeries() {
        return sample(Attributes::isOfTheSeries);
    }

    private Optional<String> sample(Predicate<Map<String, AttributeValue>> newest) {
        var query = queries.partition(attributes.indexPartition()).limit(SAMPLE);
        return queries.some(query).stream()
                .map(Attributes::sortKey)
                .filter(page -> newest(page).filter(newest).isPresent())
                .findFirst();
    }

    private Optional<Map<String, AttributeValue>> newest(String page) {
        return queries.first(queries.before(attributes.pagePartition(page), Attributes.AFTER_SECONDS)
                .scanIndexForward(false));
    }

    /** The first call of all to a table: when it fails, the build should learn so in seconds. */
    private boolean hasMeta() {
        var meta = Failures.explained(
                        settings.name(),
                        () -> client.getItem(
                                get -> get.tableName(settings.name()).key(attributes.meta())))
                .item();
        if (meta.containsKey(Attributes.IMPORTING)) {
            throw new TableException("an import into table '" + settings.name()
                    + "' did not come to its end: run pagetrack:import with the same file again.");
        }
        return !meta.isEmpty();
    }

    private boolean hasCounters() {
        return settings.siteId()
                .flatMap(owner -> queries.first(queries.beginning(owner, Attributes.PAGES_COUNTERS)))
                .isPresent();
    }
}
