package dev.pagetrack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.pagetrack.testing.Programs;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program of this machine that a test needs. Without it the test is skipped, and a line says so. Where {@code CI} is set, it
 * must be there, and the test fails; {@code .ci/run} sets {@code PAGETRACK_MISSING_PROGRAMS=skip} where it could not install
 * what is missing, and then the test is skipped there, too.
 *
 * @param path where it lies
 */
public record OutsideProgram(Path path) {

    /** The first of these names that is on the path. */
    public static OutsideProgram named(String... names) {
        return find(names).orElseGet(() -> {
            assertThat(isRequired()).as(absent(names)).isFalse();
            return abort(sayAbsent(names));
        });
    }

    /** Whether a program is on the path, or has to be. */
    public static boolean isExpected(String name) {
        boolean expected = isRequired() || find(name).isPresent();
        if (!expected) {
            sayAbsent(name);
        }
        return expected;
    }

    private static String sayAbsent(String... names) {
        System.err.println(absent(names) + ": its tests are skipped.");
        return absent(names);
    }

    private static String absent(String... names) {
        return "No " + String.join(", ", names) + " on the PATH";
    }

    private static boolean isRequired() {
        return "true".equals(System.getenv("CI")) && !"skip".equals(System.getenv("PAGETRACK_MISSING_PROGRAMS"));
    }

    private static Optional<OutsideProgram> find(String... names) {
        return Stream.of(names)
                .flatMap(name -> Arrays.stream(
                                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                        .map(entry -> Path.of(entry, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(OutsideProgram::new);
    }

    /** Runs it in a folder, in no locale at all; it must succeed. */
    public void run(Path folder, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(path.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("LANG"));
        builder.environment().put("LC_ALL", "C");
        var process = Programs.start(builder);
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as("%s: %s", command, said).isZero();
    }
}
