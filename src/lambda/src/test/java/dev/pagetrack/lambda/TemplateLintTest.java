package dev.pagetrack.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pagetrack.testing.Programs;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Runs cfn-lint, AWS's linter for templates, if it is installed. It is a Python program that is not available in every
 * environment that builds this project, so it is optional, unlike other programs that the build needs. {@link
 * TemplateTest} also checks types and references, without it.
 */
class TemplateLintTest {

    @Test
    void cfnLintFindsNothing() throws IOException, InterruptedException {
        boolean isThere = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "cfn-lint")));
        assumeTrue(isThere, "skipped: cfn-lint is not on the PATH (pip install cfn-lint)");
        var process = Programs.start(new ProcessBuilder(
                        "cfn-lint",
                        "--include-checks",
                        "I",
                        "--regions",
                        "eu-central-1",
                        "us-east-1",
                        "--template",
                        "src/main/resources/dev/pagetrack/lambda/stack.yaml")
                .redirectErrorStream(true));
        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).isEmpty();
        assertThat(process.waitFor()).isZero();
    }
}
