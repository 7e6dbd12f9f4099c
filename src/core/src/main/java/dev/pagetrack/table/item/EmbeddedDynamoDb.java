package dev.pagetrack.table.item;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * DynamoDB Local in this process, by way of {@code pagetrack-local}. That module is on nobody's production class path,
 * so its one class is found in a class loader and called by name.
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
     * @param loader finds {@code pagetrack-local}, and the SDK where this class finds it
     * @param folder holds the data from one start to the next
     * @throws TableException if it cannot start: the folder is in use, or the platform has no native library
     */
    public static EmbeddedDynamoDb open(ClassLoader loader, Path folder) {
        try {
            var local = loader.loadClass(CLASS).getMethod("open", Path.class).invoke(null, folder);
            return new EmbeddedDynamoDb((AutoCloseable) local);
        } catch (InvocationTargetException e) {
            throw new TableException(e.getCause().getMessage(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new TableException("DynamoDB Local is not on the class path: " + e.getMessage(), e);
        }
    }

    /** A connection to it, valid until it is closed. */
    public TableConnection connection() {
        return TableConnection.of((DynamoDbClient) call("client"));
    }

    /**
     * Serves it to any DynamoDB client of this machine, too.
     *
     * @param port to listen on; 0 for any that is free
     * @return the port
     * @throws TableException if the port is taken
     */
    public int serve(int port) {
        return (Integer) call("serve", port);
    }

    @Override
    public void close() {
        call("close");
    }

    private Object call(String method, Object... arguments) {
        try {
            var types = arguments.length == 0 ? new Class<?>[0] : new Class<?>[] {int.class};
            return local.getClass().getMethod(method, types).invoke(local, arguments);
        } catch (InvocationTargetException e) {
            throw new TableException(e.getCause().getMessage(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new TableException("this version of pagetrack-local does not fit: " + e.getMessage(), e);
        }
    }
}
