package dev.pagetrack.table.item;

import dev.pagetrack.Parallel;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What everything that talks to the table of a site needs.
 *
 * @param client talks to DynamoDB
 * @param settings which table, and whose items in it
 * @param backoff waits before a call is repeated
 */
public record OpenTable(DynamoDbClient client, TableSettings settings, Backoff backoff) {

    public String name() {
        return settings.name();
    }

    /** How messages call the site's part of the table. */
    public String label() {
        return "table '" + name() + "'"
                + settings.siteId().map(id -> ", site '" + id + "',").orElse("");
    }

    public Attributes attributes() {
        return new Attributes(settings.siteId());
    }

    public Items items() {
        return new Items(this);
    }

    public Queries queries() {
        return new Queries(this);
    }

    public BatchWriter batchWriter() {
        return new BatchWriter(this);
    }

    /**
     * Makes a call, and explains its failure.
     *
     * @throws TableException for every failure of the SDK
     */
    public <T> T call(Function<DynamoDbClient, T> call) {
        try {
            return call.apply(client);
        } catch (SdkException e) {
            throw DynamoDbErrors.explain(name(), e);
        }
    }

    /**
     * Makes a call, and makes it again while what it fails for can pass.
     *
     * @param what what is being done, for messages
     * @throws TableException for every failure of the SDK that cannot pass, or that does not
     */
    public <T> T callWithRetries(String what, Function<DynamoDbClient, T> call) {
        return backoff.withRetries(name(), what, () -> call.apply(client));
    }

    /**
     * Runs a task for each element on several threads.
     *
     * @throws TableException if this thread is interrupted
     */
    public static <T> void inParallel(int threads, Collection<T> elements, Consumer<? super T> task) {
        try {
            Parallel.forEach(threads, elements, task);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TableException("it was interrupted. What was written is consistent; run it again.", e);
        }
    }
}
