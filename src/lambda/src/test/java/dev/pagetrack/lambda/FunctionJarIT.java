package dev.pagetrack.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** The content of the jar that is deployed. */
class FunctionJarIT {

    private static final int MAX_BYTES = 8_700_000;
    private static final String LIST = "function-classes.txt";
    private static final Path JAR = Path.of(System.getProperty("functionJar"));

    @Test
    void staysSmall() throws IOException {
        assertThat(Files.size(JAR)).isLessThan(MAX_BYTES);
    }

    /**
     * Fails if an unwanted library, a second HTTP client, or another class of an SDK module gets into the jar. The list
     * has one line for each package: the number of its classes, a checksum of their names, and its name. For our own
     * packages it is only the name.
     */
    @Test
    void containsExactlyTheListedClasses() throws IOException {
        var found = lines();
        var actual = Files.write(JAR.resolveSibling(LIST), found);
        try (var in = FunctionJarIT.class.getResourceAsStream(LIST)) {
            assertThat(found)
                    .as(
                            "the classes of the function jar; if the change is intended: cp %s src/test/resources/%s/",
                            actual, folder())
                    .isEqualTo(lines(in));
        }
    }

    /** The notices have signs beyond ASCII, which a build in another locale must not change. */
    @Test
    void hasTheNoticesInUtf8() throws IOException {
        try (var jar = new JarFile(JAR.toFile());
                var in = jar.getInputStream(jar.getEntry("META-INF/NOTICE"))) {
            assertThat(new String(in.readAllBytes(), UTF_8)).contains("Copyright © 2023 Werner Randelshofer");
        }
    }

    private static String folder() {
        return FunctionJarIT.class.getPackageName().replace('.', '/');
    }

    private static List<String> lines(InputStream in) throws IOException {
        return new String(in.readAllBytes(), UTF_8).lines().toList();
    }

    private static List<String> lines() throws IOException {
        return packages().entrySet().stream()
                .map(one -> (one.getKey() + "/").startsWith("dev/pagetrack/")
                        ? one.getKey()
                        : "%d %08x %s".formatted(one.getValue().size(), checksum(one.getValue()), one.getKey()))
                .toList();
    }

    private static SortedMap<String, SortedSet<String>> packages() throws IOException {
        var packages = new TreeMap<String, SortedSet<String>>();
        try (var jar = new JarFile(JAR.toFile())) {
            jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class"))
                    .forEach(name -> packages.computeIfAbsent(
                                    name.substring(0, name.lastIndexOf('/')), any -> new TreeSet<>())
                            .add(name));
        }
        return packages;
    }

    private static long checksum(SortedSet<String> names) {
        var checksum = new CRC32();
        checksum.update(String.join("\n", names).getBytes(UTF_8));
        return checksum.getValue();
    }
}
