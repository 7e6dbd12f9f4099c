package dev.pagetrack.local;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteException;
import java.nio.file.Path;
import java.util.logging.Logger;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteLibraryLoader;

/**
 * Opens a database file before DynamoDB Local does, to find errors. If DynamoDB Local cannot open a file, it tries
 * again every three seconds in a thread that cannot be stopped, and treats the file as in use from then on.
 */
final class SqliteProbe {
    /**
     * The logger of sqlite4java. This reference keeps it, and with it its filter, from being garbage collected. It has
     * a filter because a level that is set here is overwritten later.
     */
    private static final Logger LOGGER = Logger.getLogger("com.almworks.sqlite4java");

    private SqliteProbe() {}

    /** Loads the native library without printing anything to the console. */
    static void load() {
        LOGGER.setFilter(entry -> false);
        try {
            SQLiteLibraryLoader.initialize();
        } catch (Exception | LinkageError e) {
            throw NativeLibrary.notLoaded(e);
        }
    }

    /**
     * Reads the schema. This fails if the file is no database, and rolls back the transaction of a process that died.
     */
    static void check(Path file) throws SQLiteException {
        SQLiteConnection connection = new SQLiteConnection(file.toFile());
        try {
            connection.open(true).exec("SELECT COUNT(*) FROM sqlite_master");
        } finally {
            connection.dispose();
        }
    }
}
