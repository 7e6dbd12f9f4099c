package dev.pagetrack.maven;

import dev.pagetrack.aws.ConnectionSettings;
import dev.pagetrack.table.EmbeddedDynamoDb;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.ReadCost;
import dev.pagetrack.table.TableConnection;
import dev.pagetrack.table.TableSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** A table, wherever it is, and what has to be closed after it. */
final class TableAccess implements AutoCloseable {

    private final Supplier<TableConnection> open;
    private final TableSettings settings;
    private final Optional<EmbeddedDynamoDb> embedded;
    private TableConnection connection;
    private PageTrackTable table;

    private TableAccess(Supplier<TableConnection> open, TableSettings settings, Optional<EmbeddedDynamoDb> embedded) {
        this.open = open;
        this.settings = settings;
        this.embedded = embedded;
    }

    /** A table in AWS, or at an endpoint. Nothing is opened before it is asked for: region and profile may need a network. */
    static TableAccess remote(ConnectionSettings connection, TableSettings settings) {
        return new TableAccess(() -> TableConnection.open(connection), settings, Optional.empty());
    }

    /** Starts the embedded DynamoDB; a new one has its table at once. */
    static TableAccess embedded(ClassLoader loader, Path folder, TableSettings settings) {
        var dynamoDb = EmbeddedDynamoDb.open(loader, folder);
        try {
            var access = new TableAccess(dynamoDb::connection, settings, Optional.of(dynamoDb));
            access.table().createIfMissing();
            return access;
        } catch (RuntimeException e) {
            dynamoDb.close();
            throw e;
        }
    }

    /**
     * The table.
     *
     * @throws dev.pagetrack.table.TableException if no connection can be made
     */
    PageTrackTable table() {
        if (table == null) {
            connection = open.get();
            table = new PageTrackTable(connection, settings);
        }
        return table;
    }

    /** Which table, and whose items in it. */
    TableSettings settings() {
        return settings;
    }

    /** What the queries so far took; empty if the table was never asked for. */
    Optional<ReadCost> queryCost() {
        return Optional.ofNullable(table).map(PageTrackTable::queryCost).filter(cost -> cost.requests() > 0);
    }

    /** The embedded DynamoDB, if this is one. */
    Optional<EmbeddedDynamoDb> embedded() {
        return embedded;
    }

    /** Closes it to the end, also when the goal was interrupted: who asked for that still learns of it afterwards. */
    @Override
    public void close() {
        // DynamoDB Local waits for its threads while it ends, and would leave them running.
        boolean interrupted = Thread.interrupted();
        try {
            embedded.ifPresent(EmbeddedDynamoDb::close);
        } finally {
            if (connection != null) {
                connection.close();
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
