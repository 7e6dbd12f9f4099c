package dev.pagetrack.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is in the jar that is deployed, and what is not. */
class FunctionJarIT {

    private static final int MAX_BYTES = 10_500_000;
    private static final Path JAR = Path.of(System.getProperty("functionJar"));

    /** The first folders of all classes: a library that comes along unasked shows here. */
    private static final Pattern OWNER = Pattern.compile(
            "(software/amazon/awssdk/(services|http)/[^/]+|software/amazon/[^/]+|[^/]+/[^/]+|[^/]+)/.*");

    @Test
    void staysSmall() throws IOException {
        assertThat(Files.size(JAR)).isLessThan(MAX_BYTES);
    }

    @Test
    void holdsNoClassesButThese() throws IOException {
        var owners = new TreeSet<String>();
        for (var name : names()) {
            var owner = OWNER.matcher(name);
            if (name.endsWith(".class") && owner.matches()) {
                owners.add(owner.group(1));
            }
        }
        assertThat(owners)
                .containsExactly(
                        "META-INF/versions",
                        "com/amazonaws",
                        "com/fasterxml",
                        "dev/pagetrack",
                        "org/crac",
                        "org/reactivestreams",
                        "org/slf4j",
                        "software/amazon/awssdk",
                        "software/amazon/awssdk/http/async",
                        "software/amazon/awssdk/http/auth",
                        "software/amazon/awssdk/http/urlconnection",
                        "software/amazon/awssdk/services/dynamodb",
                        "software/amazon/awssdk/services/s3");
    }

    private static List<String> names() throws IOException {
        try (var jar = new JarFile(JAR.toFile())) {
            return jar.stream().map(entry -> entry.getName()).toList();
        }
    }
}
