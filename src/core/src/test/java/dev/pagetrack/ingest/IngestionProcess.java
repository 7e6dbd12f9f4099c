package dev.pagetrack.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another JVM that runs {@link IngestionProcessMain}. */
final class IngestionProcess implements AutoCloseable {

    private static final int SECONDS = 120;

    private final Process process;

    IngestionProcess(int port, String logs, String... options) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto"));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                IngestionProcessMain.class.getName(),
                "http://127.0.0.1:" + port,
                logs));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        process = builder.start();
        process.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).exceptionally(late -> process.destroyForcibly());
    }

    /** Waits until the process has started this many calls to the table, or has ended. */
    void awaitCalls(int calls) throws IOException {
        for (int seen = 0; seen < calls; ) {
            int read = process.getInputStream().read();
            if (read < 0) {
                return;
            }
            seen += read == '.' ? 1 : 0;
        }
    }

    /** Kills the process like {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Sends a signal, like {@code kill} or Ctrl-C. */
    void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Waits for the end of the process; returns what it printed from now on, without the dots. */
    String output() throws IOException, InterruptedException {
        var output = new ByteArrayOutputStream();
        process.getInputStream().transferTo(output);
        process.waitFor();
        return output.toString(UTF_8).replaceAll("^\\.+|(?<=\n)\\.+", "").replaceAll("\\.{2,}", "");
    }

    int exitValue() {
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
