package dev.pagetrack.table.item;

import static java.util.Objects.requireNonNullElse;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * DynamoDB Local in this process. It is started by the module {@code pagetrack-local}, which is not on the class path
 * in production. So its one class is loaded from a given class loader and called by reflection.
 */
public final class EmbeddedDynamoDb implements AutoCloseable {

    private static final String CLASS = "dev.pagetrack.local.LocalDynamoDb";

    private final AutoCloseable local;

    private EmbeddedDynamoDb(AutoCloseable local) {
        this.local = local;
    }

    /**
     * Starts DynamoDB Local.
     *
     * @param loader loads {@code pagetrack-local}, and the same SDK classes that this class uses
     * @param folder stores the data between two starts
     * @throws TableException if it cannot start: the folder is in use, or the platform has no native library
     */
    public static EmbeddedDynamoDb open(ClassLoader loader, Path folder) {
        try {
            var local = loader.loadClass(CLASS).getMethod("open", Path.class).invoke(null, folder);
            return new EmbeddedDynamoDb((AutoCloseable) local);
        } catch (InvocationTargetException e) {
            throw failure(e);
        } catch (ReflectiveOperationException e) {
            throw new TableException("DynamoDB Local is not on the class path: " + e.getMessage(), e);
        }
    }

    /** Returns a connection, which is valid until this object is closed. */
    public TableConnection connection() {
        return TableConnection.of((DynamoDbClient) call("client"));
    }

    /**
     * Also serves the data over HTTP to other DynamoDB clients on this machine.
     *
     * @param port the port to listen on; 0 for any free port
     * @return the port that is used
     * @throws TableException if the port is in use
     */
    public int serve(int port) {
        return (Integer) call("serve", port);
    }

    @Override
    public void close() {
        call("close");
    }

    private static TableException failure(InvocationTargetException e) {
        var cause = requireNonNullElse(e.getCause(), e);
        return new TableException(String.valueOf(cause.getMessage()), cause);
    }

    private Object call(String method, Object... arguments) {
        try {
            var types = arguments.length == 0 ? new Class<?>[0] : new Class<?>[] {int.class};
            return local.getClass().getMethod(method, types).invoke(local, arguments);
        } catch (InvocationTargetException e) {
            throw failure(e);
        } catch (ReflectiveOperationException e) {
            throw new TableException("pagetrack-local has another version than pagetrack: " + e.getMessage(), e);
        }
    }
}
