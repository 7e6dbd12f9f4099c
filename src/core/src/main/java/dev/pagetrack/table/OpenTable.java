package dev.pagetrack.table;

import dev.pagetrack.Parallel;
import java.util.Collection;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What everything that talks to the table of a site needs.
 *
 * @param client talks to DynamoDB
 * @param settings which table, and whose items in it
 * @param backoff waits before a call is repeated
 */
record OpenTable(DynamoDbClient client, TableSettings settings, Backoff backoff) {

    /**
     * Runs a task for each element on several threads.
     *
     * @throws TableException if this thread is interrupted
     */
    static <T> void inParallel(int threads, Collection<T> elements, Consumer<? super T> task) {
        try {
            Parallel.forEach(threads, elements, task);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TableException("it was interrupted. What was written is consistent; run it again.", e);
        }
    }

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
