package dev.pagetrack.local;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** A running DynamoDB Local with its client and its threads. */
final class Engine implements AutoCloseable {
    private static final int START_SECONDS = 60;

    /**
     * The switch documented for a DynamoDB Local within a program.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocalTelemetry.html">its
     *     telemetry</a>
     */
    private static final boolean DISABLE_TELEMETRY = true;

    private final OwnThreads threads;
    private final AmazonDynamoDBLocal database;
    private final DynamoDbClient client;

    private Engine(OwnThreads threads, AmazonDynamoDBLocal database) {
        this.threads = threads;
        this.database = database;
        this.client = database.dynamoDbClient();
    }

    /** Starts it on a database file, or in memory when there is none. */
    static Engine start(Path file) {
        NativeLibrary.check(System.getProperty("os.name"), System.getProperty("os.arch"));
        OwnThreads threads = new OwnThreads();
        CompletableFuture<Engine> starting = threads.submit(() -> new Engine(threads, create(file)));
        try {
            return starting.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw failed(threads, file, e.getCause());
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

    OwnThreads threads() {
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

    private static AmazonDynamoDBLocal create(Path file) throws Exception {
        SqliteProbe.load();
        if (file == null) {
            return DynamoDBEmbedded.create(DISABLE_TELEMETRY);
        }
        SqliteProbe.check(file);
        return DynamoDBEmbedded.create(file.toFile(), DISABLE_TELEMETRY);
    }

    private static LocalDynamoDbException failed(OwnThreads threads, Path file, Throwable cause) {
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
