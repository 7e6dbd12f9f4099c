package dev.pagetrack.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;

/**
 * Loads the classes like the Maven plugin: the SDK in one class loader, DynamoDB Local in a child of it, used by
 * reflection.
 */
class ChildLoaderTest {
    private static final String SDK = "software.amazon.awssdk.services.dynamodb.DynamoDbClient";

    @TempDir
    Path folder;

    @Test
    void worksInAChildOfTheClassLoaderOfTheSdk() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (var parent = loader(ClassLoader.getPlatformClassLoader(), ChildLoaderTest::isInParent);
                var child = loader(parent, path -> !isInParent(path))) {
            thread.setContextClassLoader(parent);
            use(parent, child.loadClass(LocalDynamoDb.class.getName()));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private void use(ClassLoader parent, Class<?> type) throws ReflectiveOperationException {
        Object local = type.getMethod("open", Path.class).invoke(null, folder);
        try {
            int port = (int) type.getMethod("serve", int.class).invoke(local, 0);
            try (var remote = NotesTable.over(port, Region.US_EAST_1, "plugin")) {
                NotesTable.create(remote);
                NotesTable.transact(remote, "n", 100);
            }
            assertThat(tables(parent, type.getMethod("client").invoke(local))).contains(NotesTable.TABLE);
        } finally {
            type.getMethod("close").invoke(local);
        }
    }

    private static String tables(ClassLoader parent, Object client)
            throws ClassNotFoundException, NoSuchMethodException, IllegalAccessException, InvocationTargetException {
        return parent.loadClass(SDK).getMethod("listTables").invoke(client).toString();
    }

    /**
     * Whether a jar is on the class path of the plugin itself: the SDK, without the module that only DynamoDB Local
     * needs.
     */
    private static boolean isInParent(String path) {
        String file = path.replace(File.separatorChar, '/');
        return (file.contains("/awssdk/") && !file.contains("/pinpoint/"))
                || file.contains("/slf4j-")
                || file.contains("/reactive-streams");
    }

    private static URLClassLoader loader(ClassLoader parent, Predicate<String> wanted) {
        return new URLClassLoader(
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(wanted)
                        .map(ChildLoaderTest::url)
                        .toArray(URL[]::new),
                parent);
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(path, e);
        }
    }
}
