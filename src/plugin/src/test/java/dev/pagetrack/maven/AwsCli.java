package dev.pagetrack.maven;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagetrack.OutsideProgram;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The {@code aws} command of this machine, with credentials and a region that have nothing to do with ours. */
final class AwsCli {

    /** As a shell takes a line apart, as far as these commands need it. */
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    private final Path folder;
    private final String endpoint;

    AwsCli(Path folder, int port) {
        this.folder = folder;
        this.endpoint = "http://localhost:" + port;
    }

    /** Whether it is on the path, or has to be. */
    static boolean isExpected() {
        return OutsideProgram.isExpected("aws");
    }

    /** What a command answers. */
    JsonNode answer(String command) throws IOException, InterruptedException {
        var words = words(command);
        words.addAll(List.of("--endpoint-url", endpoint));
        var errors = folder.resolve("errors");
        var builder = new ProcessBuilder(words).redirectError(Redirect.to(errors.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().put("AWS_ACCESS_KEY_ID", "AKIASOMEBODYELSE");
        builder.environment().put("AWS_SECRET_ACCESS_KEY", "another");
        builder.environment().put("AWS_DEFAULT_REGION", "ap-southeast-2");
        builder.environment().put("AWS_CONFIG_FILE", folder.resolve("none").toString());
        builder.environment()
                .put("AWS_SHARED_CREDENTIALS_FILE", folder.resolve("none").toString());
        builder.environment().put("NO_PROXY", "localhost");
        var process = builder.start();
        var answer = process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            throw new AssertionError(command + ": " + Files.readString(errors));
        }
        return new ObjectMapper().readTree(answer);
    }

    private static List<String> words(String command) {
        var words = new ArrayList<String>();
        var matcher = WORD.matcher(command);
        while (matcher.find()) {
            for (int group = 1; group <= 3; group++) {
                if (matcher.group(group) != null) {
                    words.add(matcher.group(group));
                }
            }
        }
        return words;
    }
}
