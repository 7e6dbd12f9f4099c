package dev.pagetrack.table;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Finds out how a site's items lie in the table, by a handful of reads.
 *
 * <p>What pagetrack counts into has a {@code META} item, or pages with a count. A list of pages without counts is the
 * series'; where its entries begin with the owner, too, it is the production layout.
 */
final class LayoutFinder {

    private final DynamoDbClient client;
    private final TableSettings settings;
    private final Attributes attributes;
    private final Queries queries;

    LayoutFinder(DynamoDbClient client, TableSettings settings, Queries queries) {
        this.client = client;
        this.settings = settings;
        this.attributes = new Attributes(settings.siteId());
        this.queries = queries;
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
        var owned =
                settings.siteId().map(owner -> Attributes.sortKey(page.get()).startsWith(owner + "#"));
        return owned.orElse(false) ? Layout.PRODUCTION : Layout.ARTICLE;
    }

    /** The first call of all to a table: when it fails, the build should learn so in seconds. */
    private boolean hasMeta() {
        return Failures.explained(
                settings.name(),
                () -> client.getItem(get -> get.tableName(settings.name()).key(attributes.meta()))
                        .hasItem());
    }

    private boolean hasCounters() {
        return settings.siteId()
                .flatMap(owner -> queries.first(queries.beginning(owner, Attributes.PAGES_COUNTERS)))
                .isPresent();
    }
}
