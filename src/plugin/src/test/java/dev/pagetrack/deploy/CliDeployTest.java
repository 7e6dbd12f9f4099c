package dev.pagetrack.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pagetrack.OutsideProgram;
import dev.pagetrack.testing.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The template deployed with the AWS CLI, as the README shows it. */
class CliDeployTest {

    @TempDir
    private Path folder;

    @Test
    void theAwsCliDeploysTheSameTemplate() throws IOException, InterruptedException {
        assumeTrue(OutsideProgram.isExpected("aws"), "skipped: aws is not on the PATH");
        try (var aws = new AwsStub().readyForFirstDeployment()) {
            var process = Programs.start(command(aws));
            assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
                    .contains("Successfully created/updated stack - pagetrack");
            assertThat(process.waitFor()).isZero();
            assertThat(aws.parameters())
                    .containsAllEntriesOf(
                            Map.of("FunctionBucket", "code", "FunctionKey", "pagetrack.jar", "LogBucket", "logs"));
            assertThat(aws.forms("CreateChangeSet").get(0).form())
                    .containsEntry("TemplateBody", StackTemplate.read())
                    .containsEntry("Capabilities.member.1", "CAPABILITY_IAM");
        }
    }

    private ProcessBuilder command(AwsStub aws) {
        var builder = new ProcessBuilder(
                        "aws",
                        "cloudformation",
                        "deploy",
                        "--stack-name",
                        "pagetrack",
                        "--template-file",
                        "../lambda/src/main/resources/dev/pagetrack/lambda/stack.yaml",
                        "--capabilities",
                        "CAPABILITY_IAM",
                        "--parameter-overrides",
                        "LogBucket=logs",
                        "FunctionBucket=code",
                        "FunctionKey=pagetrack.jar",
                        "--endpoint-url",
                        aws.endpoint().toString())
                .redirectErrorStream(true);
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("AWS_"));
        environment.put("AWS_ACCESS_KEY_ID", AwsStub.KEY.id());
        environment.put("AWS_SECRET_ACCESS_KEY", AwsStub.KEY.secret());
        environment.put("AWS_DEFAULT_REGION", AwsStub.REGION);
        environment.put("AWS_CONFIG_FILE", folder.resolve("none").toString());
        environment.put("AWS_SHARED_CREDENTIALS_FILE", folder.resolve("none").toString());
        environment.put("NO_PROXY", "127.0.0.1");
        return builder;
    }
}
