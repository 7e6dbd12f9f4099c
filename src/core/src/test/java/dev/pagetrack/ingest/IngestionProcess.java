package dev.pagetrack.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.testing.Programs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another JVM that runs {@link IngestionProcessMain}. */
final class IngestionProcess implements AutoCloseable {

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
        process = Programs.start(builder);
    }

    /** Waits until the process has started this many calls to the table; false if it ended before. */
    boolean awaitCalls(int calls) throws IOException {
        for (int seen = 0; seen < calls; ) {
            int read = process.getInputStream().read();
            if (read < 0) {
                return false;
            }
            seen += read == '.' ? 1 : 0;
        }
        return true;
    }

    /** Kills the process like {@code kill -9}; false if it had already ended. */
    boolean kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        return process.exitValue() != 0;
    }

    /** Sends a signal, like {@code kill} or Ctrl-C. */
    void signal(String signal) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).inheritIO();
        assertThat(Programs.start(kill).waitFor()).isZero();
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
