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

/** As pagetrack's Maven plugin loads it: the SDK above, DynamoDB Local in a loader below, reflection between them. */
class ChildLoaderTest {
    private static final String SDK = "software.amazon.awssdk.services.dynamodb.DynamoDbClient";

    @TempDir
    Path folder;

    @Test
    void worksInALoaderBelowTheOneOfTheSdk() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (var above = loader(ClassLoader.getPlatformClassLoader(), ChildLoaderTest::isAbove);
                var below = loader(above, path -> !isAbove(path))) {
            thread.setContextClassLoader(above);
            use(above, below.loadClass(LocalDynamoDb.class.getName()));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private void use(ClassLoader above, Class<?> type) throws ReflectiveOperationException {
        Object local = type.getMethod("open", Path.class).invoke(null, folder);
        try {
            int port = (int) type.getMethod("serve", int.class).invoke(local, 0);
            try (var remote = Notes.over(port, Region.US_EAST_1, "plugin")) {
                Notes.create(remote);
                Notes.transact(remote, "n", 100);
            }
            assertThat(tables(above, type.getMethod("client").invoke(local))).contains(Notes.TABLE);
        } finally {
            type.getMethod("close").invoke(local);
        }
    }

    private static String tables(ClassLoader above, Object client)
            throws ClassNotFoundException, NoSuchMethodException, IllegalAccessException, InvocationTargetException {
        return above.loadClass(SDK).getMethod("listTables").invoke(client).toString();
    }

    /** What the plugin's own class path holds: the SDK, but for the one module that only DynamoDB Local knows. */
    private static boolean isAbove(String path) {
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
