package dev.pagetrack.local;

import dev.pagetrack.testing.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The result of another JVM that has ended.
 *
 * @param exitValue its exit value
 * @param output everything that it printed
 */
record ChildProcess(int exitValue, String output) {
    static ChildProcess run(Path workingDirectory, String task, Path folder) throws IOException, InterruptedException {
        Process process = start(workingDirectory, task, folder);
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new ChildProcess(process.waitFor(), output);
        } finally {
            process.destroyForcibly();
        }
    }

    static Process start(Path workingDirectory, String task, Path folder) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path")));
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of(ChildProcessMain.class.getName(), task, folder.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(workingDirectory.toFile()).redirectErrorStream(true);
        // Removes DDB_LOCAL_TELEMETRY, because telemetry must be off by default, and JAVA_TOOL_OPTIONS, because the JVM
        // prints a message if it is set.
        builder.environment().keySet().removeAll(List.of("DDB_LOCAL_TELEMETRY", "JAVA_TOOL_OPTIONS"));
        return Programs.start(builder);
    }
}
