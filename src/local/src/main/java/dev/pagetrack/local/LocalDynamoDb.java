package dev.pagetrack.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * DynamoDB Local in this process. All clients share its data: as with <a
 * href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.UsageNotes.html">its option
 * {@code -sharedDb}</a>, every client sees the same tables, whatever its region and credentials.
 *
 * <p>It must be closed, because DynamoDB Local's threads keep the JVM alive. If the process dies without closing it,
 * the last transactions may be lost although they were confirmed: each as a whole, and no earlier one than those that
 * are kept. Telemetry is off.
 *
 * <p>PartiQL statements ({@code executeStatement} and similar calls) are not supported, because their libraries are
 * left out: they fail with {@link NoClassDefFoundError} in {@link #client()}, and as an unknown operation in {@link
 * #serve(int)}. Streams are also unknown there.
 */
public final class LocalDynamoDb implements AutoCloseable {
    private static final String DATABASE = "shared-local-instance.db";

    /** Null for a database in memory, which has no folder. */
    private final @Nullable FolderLock lock;

    private final Engine engine;
    private @Nullable LocalServer server;
    private boolean closed;

    private LocalDynamoDb(@Nullable FolderLock lock, Engine engine) {
        this.lock = lock;
        this.engine = engine;
    }

    /**
     * Opens the database of a folder. The data is in {@code shared-local-instance.db}, the name that DynamoDB Local
     * itself uses for a shared database. The file {@code pagetrack.lock} beside it locks the folder against other
     * builds.
     *
     * @param folder the folder of the data, which is kept; created if it does not exist
     * @return the open database, to be closed by the caller
     * @throws LocalDynamoDbException if another build has the folder open, the folder can't be written, its database
     *     can't be read, or there is no native library for this platform
     */
    public static LocalDynamoDb open(Path folder) {
        FolderLock lock = FolderLock.acquire(folder);
        try {
            return new LocalDynamoDb(lock, Engine.start(lock.folder().resolve(DATABASE)));
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Opens an empty database in memory, whose data is lost when it is closed.
     *
     * @return the open database, to be closed by the caller
     * @throws LocalDynamoDbException if there is no native library for this platform
     */
    public static LocalDynamoDb inMemory() {
        return new LocalDynamoDb(null, Engine.start(null));
    }

    /**
     * The client for this process, which does not use HTTP. It is always the same client, also while the database is
     * served.
     *
     * @return a client that belongs to this database and is closed with it
     */
    public DynamoDbClient client() {
        return engine.client();
    }

    /**
     * Serves this database over HTTP at {@code http://127.0.0.1:<port>}, for any DynamoDB client on this machine, until
     * {@link #close()}. Such clients and {@link #client()} see each other's changes immediately.
     *
     * @param port 0 to 65535; 0 for any free port
     * @return the port that the server listens on
     * @throws LocalDynamoDbException if the port is in use, or the database is already served or closed
     */
    public synchronized int serve(int port) {
        if (closed) {
            throw new LocalDynamoDbException("The database is closed. Open it again to serve it.");
        }
        if (server != null) {
            throw new LocalDynamoDbException(
                    "The database is already served on port " + server.port() + ". Use that port, or close it first.");
        }
        var started = LocalServer.start(engine, port);
        server = started;
        return started.port();
    }

    /** Stops server, client and database, waits for their threads, and unlocks the folder. Further calls do nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        LocalServer ending = server;
        try (lock;
                engine;
                ending) {
            // Resources are closed in reverse order: server, engine, lock; each is closed even if another one fails.
        }
    }
}
