package dev.pagetrack.local;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteException;
import java.nio.file.Path;
import java.util.logging.Logger;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteLibraryLoader;

/**
 * Opens a database file before DynamoDB Local does. Given a file that it can't open, DynamoDB Local tries again every
 * three seconds in a thread that nobody can end, and holds the file for taken ever after.
 */
final class SqliteProbe {
    /** Held, or its filter would be lost with it. A filter, because a level set here does not last. */
    private static final Logger LOGGER = Logger.getLogger("com.almworks.sqlite4java");

    private SqliteProbe() {}

    /** Loads the native library, without a word on the console when all is well. */
    static void load() {
        LOGGER.setFilter(entry -> false);
        try {
            SQLiteLibraryLoader.initialize();
        } catch (Exception | LinkageError e) {
            throw NativeLibrary.notLoaded(e);
        }
    }

    /** Reads the schema, which finds a file that is no database, and undoes what a process that died left half done. */
    static void check(Path file) throws SQLiteException {
        SQLiteConnection connection = new SQLiteConnection(file.toFile());
        try {
            connection.open(true).exec("SELECT COUNT(*) FROM sqlite_master");
        } finally {
            connection.dispose();
        }
    }
}
