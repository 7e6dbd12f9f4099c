package dev.pagetrack.table;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What everything that talks to the table of a site needs.
 *
 * @param client talks to DynamoDB
 * @param settings which table, and whose items in it
 * @param backoff waits before a call is repeated
 */
record OpenTable(DynamoDbClient client, TableSettings settings, Backoff backoff) {

    String name() {
        return settings.name();
    }

    /** How messages call the site's part of the table. */
    String label() {
        return "table '" + name() + "'"
                + settings.siteId().map(id -> ", site '" + id + "',").orElse("");
    }

    Attributes attributes() {
        return new Attributes(settings.siteId());
    }

    Items items() {
        return new Items(client, name(), backoff);
    }

    Queries queries() {
        return new Queries(client, name(), backoff);
    }

    /** Queries that count what they take together with others. */
    Queries queries(ReadMeter meter) {
        return new Queries(client, name(), backoff, meter);
    }

    BatchWriter batchWriter() {
        return new BatchWriter(client, name(), backoff);
    }

    Meta meta() {
        return new Meta(client, settings, backoff);
    }

    MoveMark moveMark() {
        return new MoveMark(client, name(), attributes(), items());
    }

    SiteCutover cutover() {
        return new SiteCutover(client, name(), attributes(), items());
    }
}
