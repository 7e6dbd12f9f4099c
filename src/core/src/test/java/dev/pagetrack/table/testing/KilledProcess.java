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
 * A JVM of its own that printed a line {@code set} for each thing it had written, and that was killed meanwhile or ended.
 *
 * @param writes how many of those lines it printed
 * @param wasKilled false if it ended by itself, even if that was after the last of those lines
 */
public record KilledProcess(int writes, boolean wasKilled) {

    /** Runs it until it has printed that many lines, and then kills it. If it ends before, it must succeed. */
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
        int set = 0;
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                set += line.equals("set") ? 1 : 0;
                if (set == writes) {
                    process.destroyForcibly().waitFor();
                    return new KilledProcess(set, process.exitValue() != 0);
                }
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor()).as("%s", output).isZero();
        return new KilledProcess(set, false);
    }
}
