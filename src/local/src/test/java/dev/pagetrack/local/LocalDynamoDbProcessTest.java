package dev.pagetrack.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDynamoDbProcessTest {
    private static final String COGNITO = "software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient";

    @TempDir
    Path workingDirectory;

    @TempDir
    Path folder;

    @Test
    void endsWithoutOutputConnectionsOrFiles() throws Exception {
        assertThat(ChildProcess.run(workingDirectory, "use", folder)).isEqualTo(new ChildProcess(0, ""));
        assertThat(workingDirectory).isEmptyDirectory();
        assertThat(folder).isDirectoryNotContaining("glob:**metadata*");
    }

    @Test
    void writesATelemetryFileOnlyIfTelemetryIsOn() throws Exception {
        ChildProcess.run(workingDirectory, "telemetry", folder);
        assertThat(workingDirectory).isDirectoryContaining("glob:**dynamodb-local-metadata.json");
    }

    @Test
    void hasNoClassesWithWhichTelemetryCouldSend() {
        assertThatThrownBy(() -> Class.forName(COGNITO)).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void endsAfterTheDatabaseCouldNotBeOpened() throws Exception {
        Files.createDirectory(folder.resolve("shared-local-instance.db"));
        ChildProcess child = ChildProcess.run(workingDirectory, "refused", folder);
        assertThat(child.exitValue()).isZero();
        assertThat(child.output()).startsWith("DynamoDB Local could not open").hasLineCount(1);
    }

    @Test
    void namesThePlatformAndSaysWhatToDoWhenTheNativeLibraryDoesNotLoad() throws Exception {
        ChildProcess child = ChildProcess.run(workingDirectory, "unloadable", folder);
        assertThat(child.exitValue()).isZero();
        assertThat(child.output())
                .contains("could not be loaded on os.name=" + System.getProperty("os.name"))
                .contains("java.io.tmpdir", "pagetrack.endpoint");
    }

    @Test
    void keepsWholeTransactionsInOrderWhenTheProcessDies() throws Exception {
        ChildProcess child = ChildProcess.run(workingDirectory, "crash", folder);
        assertThat(child.exitValue()).isEqualTo(3);
        try (var local = LocalDynamoDb.open(folder)) {
            List<String> kept = NotesTable.names(local.client());
            int rounds = kept.size() / 100;
            // DynamoDB Local answers shortly before it commits: the last transaction may be missing, but only as a
            // whole.
            assertThat(rounds).isGreaterThanOrEqualTo(1);
            assertThat(kept).hasSize(rounds * 100).allMatch(name -> round(name) < rounds);
            NotesTable.put(local.client(), "after");
        }
    }

    @Test
    void refusesAFolderThatAnotherProcessUsesUntilThatProcessDies() throws Exception {
        Process holder = ChildProcess.start(workingDirectory, "hold", folder);
        try (var output = holder.getInputStream();
                var input = holder.getOutputStream()) {
            assertThat(new String(output.readNBytes(4), StandardCharsets.UTF_8)).isEqualTo("open");
            assertThatThrownBy(() -> LocalDynamoDb.open(folder))
                    .isInstanceOf(LocalDynamoDbException.class)
                    .hasMessageContaining("in use by another build");
            input.write('x');
            input.flush();
            assertThat(holder.waitFor()).isZero();
            LocalDynamoDb.open(folder).close();
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void staysLockedForOtherProcessesAfterASecondOpenFailed() throws IOException, InterruptedException {
        try (var first = LocalDynamoDb.open(folder)) {
            assertThatThrownBy(() -> LocalDynamoDb.open(folder)).isInstanceOf(LocalDynamoDbException.class);
            assertThat(ChildProcess.run(workingDirectory, "refused", folder).output())
                    .contains("in use by another build");
            assertThat(first.client().listTables().tableNames()).isEmpty();
        }
    }

    private static int round(String name) {
        return Integer.parseInt(name.substring(0, name.indexOf('-')));
    }
}
