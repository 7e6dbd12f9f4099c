package dev.pagetrack.maven;

import dev.pagetrack.aws.ConnectionSettings;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.item.EmbeddedDynamoDb;
import dev.pagetrack.table.item.ReadCost;
import dev.pagetrack.table.item.TableConnection;
import dev.pagetrack.table.item.TableSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens the table, in AWS or embedded, and closes everything that it opened. */
final class TableAccess implements AutoCloseable {

    private final Supplier<TableConnection> open;
    private final TableSettings settings;
    private final Optional<EmbeddedDynamoDb> embedded;
    private @Nullable TableConnection connection;
    private @Nullable PageTrackTable table;

    private TableAccess(Supplier<TableConnection> open, TableSettings settings, Optional<EmbeddedDynamoDb> embedded) {
        this.open = open;
        this.settings = settings;
        this.embedded = embedded;
    }

    /**
     * A table in AWS or at an endpoint. The connection is opened when the table is first used: finding the region and
     * profile may need the network.
     */
    static TableAccess remote(ConnectionSettings connection, TableSettings settings) {
        return new TableAccess(() -> TableConnection.open(connection), settings, Optional.empty());
    }

    /** Starts the embedded DynamoDB, and creates the table if it does not exist. */
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
     * @throws dev.pagetrack.table.item.TableException if no connection can be made
     */
    PageTrackTable table() {
        if (table == null) {
            connection = open.get();
            table = new PageTrackTable(connection, settings);
        }
        return table;
    }

    /** The table's name, the site id and the layout. */
    TableSettings settings() {
        return settings;
    }

    /** The cost of the queries so far; empty if there was none. */
    Optional<ReadCost> queryCost() {
        return Optional.ofNullable(table).map(PageTrackTable::queryCost).filter(cost -> cost.requests() > 0);
    }

    /** The embedded DynamoDB; empty if the table is not embedded. */
    Optional<EmbeddedDynamoDb> embedded() {
        return embedded;
    }

    /** Closes everything, even if the goal was interrupted, and then restores the interrupt flag for the caller. */
    @Override
    public void close() {
        // DynamoDB Local waits for its threads to end; an interrupt would stop that wait and leave them running.
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
