package dev.pagetrack.table.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.testing.Programs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A separate JVM that was killed while it wrote, or has ended. It printed a line {@code set} after each write.
 *
 * @param writes how many of these lines it printed
 * @param wasKilled false if it ended by itself, even if that was after the last of these lines
 */
public record KilledProcess(int writes, boolean wasKilled) {

    /**
     * Runs a JVM until it has written as often as given, and then kills it. If it ends earlier, it must have succeeded.
     */
    public static KilledProcess runUntil(int writes, Class<?> main, List<String> arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        var process = Programs.start(new ProcessBuilder(command).redirectErrorStream(true));
        var output = new ArrayList<String>();
        int count = 0;
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                count += line.equals("set") ? 1 : 0;
                if (count == writes) {
                    process.destroyForcibly().waitFor();
                    return new KilledProcess(count, process.exitValue() != 0);
                }
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor()).as("%s", output).isZero();
        return new KilledProcess(count, false);
    }
}
