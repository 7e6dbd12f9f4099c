package dev.pagetrack.maven;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagetrack.OutsideProgram;
import dev.pagetrack.testing.Programs;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs {@code aws} commands and the filters that they are piped into in a shell, with a region and credentials that
 * differ from those of the table.
 */
final class AwsCli {

    private final Path folder;
    private final String endpoint;

    AwsCli(Path folder, int port) {
        this.folder = folder;
        this.endpoint = "http://localhost:" + port;
    }

    /** Whether {@code aws} and the series' filter {@code jq} are on the PATH, or must be. */
    static boolean isExpected() {
        return OutsideProgram.isExpected("aws") && OutsideProgram.isExpected("jq");
    }

    /** The JSON that a command prints. */
    JsonNode answer(String command) throws IOException, InterruptedException {
        return new ObjectMapper().readTree(run(command));
    }

    /** The lines that a command and its filter print. */
    List<String> lines(String command) throws IOException, InterruptedException {
        return run(command).lines().toList();
    }

    /** Runs a command, which may have line breaks as in an article, with only the endpoint added. */
    private String run(String command) throws IOException, InterruptedException {
        var line = command.strip().replaceAll("\\s*\\n\\s*", " ");
        int pipe = line.indexOf(" | ");
        var query = pipe < 0 ? line : line.substring(0, pipe);
        var filter = pipe < 0 ? "" : line.substring(pipe);
        var errors = folder.resolve("errors");
        var builder = new ProcessBuilder("sh", "-c", query + " --endpoint-url " + endpoint + filter)
                .redirectError(Redirect.to(errors.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().put("AWS_ACCESS_KEY_ID", "AKIASOMEBODYELSE");
        builder.environment().put("AWS_SECRET_ACCESS_KEY", "another");
        builder.environment().put("AWS_DEFAULT_REGION", "ap-southeast-2");
        builder.environment().put("AWS_CONFIG_FILE", folder.resolve("none").toString());
        builder.environment()
                .put("AWS_SHARED_CREDENTIALS_FILE", folder.resolve("none").toString());
        builder.environment().put("NO_PROXY", "localhost");
        var process = Programs.start(builder);
        var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var failure = process.waitFor() == 0 ? Files.readString(errors) : "it failed. " + Files.readString(errors);
        if (!failure.isEmpty()) {
            throw new AssertionError(line + ": " + failure);
        }
        return answer;
    }
}
