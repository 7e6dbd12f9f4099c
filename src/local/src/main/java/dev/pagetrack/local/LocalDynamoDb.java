package dev.pagetrack.local;

import java.nio.file.Path;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * DynamoDB Local in this process. Its data is shared: as with <a
 * href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.UsageNotes.html">its option
 * {@code -sharedDb}</a>, every client sees the same tables, whatever its region and credentials.
 *
 * <p>It must be closed: DynamoDB Local's threads keep the JVM alive. A process that dies instead may lose the last of
 * what it was told is done, but whole transactions only, and none before one that is kept. Telemetry is off.
 *
 * <p>Not supported, because what it needs is left out: PartiQL statements ({@code executeStatement} and its like) fail
 * with {@link NoClassDefFoundError} in {@link #client()} and as an unknown operation in {@link #serve(int)}, where
 * streams are unknown, too.
 */
public final class LocalDynamoDb implements AutoCloseable {
    private static final String DATABASE = "shared-local-instance.db";

    private final FolderLock lock;
    private final Engine engine;
    private LocalServer server;
    private boolean closed;

    private LocalDynamoDb(FolderLock lock, Engine engine) {
        this.lock = lock;
        this.engine = engine;
    }

    /**
     * Opens the database of a folder. The data lies in {@code shared-local-instance.db}, the name that DynamoDB Local
     * itself gives a shared database; {@code pagetrack.lock} beside it keeps other builds out.
     *
     * @param folder where the data is kept from one call to the next; created when missing
     * @return the open database, to be closed by the caller
     * @throws LocalDynamoDbException when another build has the folder open, it can't be written, its database can't be
     *     read, or this platform has no native library
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
     * Opens an empty database that is gone when it is closed.
     *
     * @return the open database, to be closed by the caller
     * @throws LocalDynamoDbException when this platform has no native library
     */
    public static LocalDynamoDb inMemory() {
        return new LocalDynamoDb(FolderLock.NONE, Engine.start(null));
    }

    /**
     * The client inside this process, without HTTP. It stays the same, also while serving.
     *
     * @return a client that belongs to this database and ends with it
     */
    public DynamoDbClient client() {
        return engine.client();
    }

    /**
     * Serves this very database over HTTP at {@code http://127.0.0.1:<port>}, for any DynamoDB client on this machine.
     * What {@link #client()} writes is seen there at once, and the other way round. It ends with {@link #close()}.
     *
     * @param port 0 to 65535; 0 for any free port
     * @return the port it listens on
     * @throws LocalDynamoDbException when the port is taken, it is serving already, or it is closed
     */
    public synchronized int serve(int port) {
        if (closed) {
            throw new LocalDynamoDbException("The database is closed. Open it again to serve it.");
        }
        if (server != null) {
            throw new LocalDynamoDbException(
                    "The database is served on port " + server.port() + " already. Use that one, or close it first.");
        }
        server = LocalServer.start(engine, port);
        return server.port();
    }

    /** Ends server, client and database and lets others open the folder. Waits for its threads; more calls do nothing. */
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
            // Resources end in reverse order: server, engine, lock; each of them even when one before it fails.
        }
    }
}
