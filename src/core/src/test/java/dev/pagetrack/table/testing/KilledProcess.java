package dev.pagetrack.table.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own that says each thing it has written, as a line {@code set}, and is killed in the middle. */
public final class KilledProcess {

    private KilledProcess() {}

    /** Runs it until it has written so often, and kills it then; false if it came to its end before. */
    public static boolean runUntil(int writes, Class<?> main, List<String> arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new ArrayList<String>();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            int set = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                set += line.equals("set") ? 1 : 0;
                if (set == writes) {
                    process.destroyForcibly().waitFor();
                    return true;
                }
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor()).as("%s", output).isZero();
        return false;
    }
}
