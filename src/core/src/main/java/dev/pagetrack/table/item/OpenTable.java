package dev.pagetrack.table.item;

import dev.pagetrack.Parallel;
import java.time.Clock;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The table of a site with the client and the settings that all reads and writes need.
 *
 * @param client the DynamoDB client
 * @param settings the table's name and the site
 * @param backoff waits before a call is repeated
 * @param clock the current time
 */
public record OpenTable(DynamoDbClient client, TableSettings settings, Backoff backoff, Clock clock) {

    public String name() {
        return settings.name();
    }

    /** Returns the name of the table and the site, for messages. */
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
     * Makes a call once.
     *
     * @throws TableException if the call fails, with the reason and what to do
     */
    public <T> T call(Function<DynamoDbClient, T> call) {
        try {
            return call.apply(client);
        } catch (SdkException e) {
            throw DynamoDbErrors.explain(name(), e);
        }
    }

    /**
     * Makes a call, and repeats it while it fails with a transient error.
     *
     * @param what what the call does, for messages
     * @throws TableException if the call fails with another error, or too often
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
            throw new TableException("this run was interrupted. What was written is consistent; run it again.", e);
        }
    }
}
