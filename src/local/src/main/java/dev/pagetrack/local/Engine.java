package dev.pagetrack.local;

import static java.util.Objects.requireNonNullElse;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** A running instance of DynamoDB Local, with its client and its threads. */
final class Engine implements AutoCloseable {
    private static final int START_SECONDS = 60;

    /**
     * The documented switch for telemetry when DynamoDB Local is embedded in a program.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocalTelemetry.html">its
     *     telemetry</a>
     */
    private static final boolean DISABLE_TELEMETRY = true;

    private final DatabaseThreads threads;
    private final AmazonDynamoDBLocal database;
    private final DynamoDbClient client;

    private Engine(DatabaseThreads threads, AmazonDynamoDBLocal database) {
        this.threads = threads;
        this.database = database;
        this.client = database.dynamoDbClient();
    }

    /** Starts DynamoDB Local with a database file, or in memory if the file is null. */
    static Engine start(@Nullable Path file) {
        NativeLibrary.check(System.getProperty("os.name"), System.getProperty("os.arch"));
        DatabaseThreads threads = new DatabaseThreads();
        CompletableFuture<Engine> starting = threads.submit(() -> new Engine(threads, create(file)));
        try {
            return starting.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw failed(threads, file, requireNonNullElse(e.getCause(), e));
        } catch (TimeoutException e) {
            throw failed(threads, file, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(threads, file, e);
        }
    }

    DynamoDbClient client() {
        return client;
    }

    DatabaseThreads threads() {
        return threads;
    }

    @Override
    public void close() {
        try {
            client.close();
        } finally {
            shutdown();
        }
    }

    private void shutdown() {
        try {
            database.shutdown();
        } finally {
            threads.end();
        }
    }

    private static AmazonDynamoDBLocal create(@Nullable Path file) throws Exception {
        SqliteProbe.load();
        if (file == null) {
            return DynamoDBEmbedded.create(DISABLE_TELEMETRY);
        }
        SqliteProbe.check(file);
        return DynamoDBEmbedded.create(file.toFile(), DISABLE_TELEMETRY);
    }

    private static LocalDynamoDbException failed(DatabaseThreads threads, @Nullable Path file, Throwable cause) {
        threads.end();
        if (cause instanceof LocalDynamoDbException known) {
            return known;
        }
        String database = file == null ? "a database in memory" : file.toString();
        return new LocalDynamoDbException(
                "DynamoDB Local could not open " + database + " (" + cause
                        + "). If the file is damaged, move it away and ingest the logs again.",
                cause);
    }
}
