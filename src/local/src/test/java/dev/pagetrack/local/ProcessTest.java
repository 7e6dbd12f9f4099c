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

class ProcessTest {
    private static final String COGNITO = "software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient";

    @TempDir
    Path workingDirectory;

    @TempDir
    Path folder;

    @Test
    void endsWithoutAWordAConnectionOrAFile() throws Exception {
        assertThat(Child.run(workingDirectory, "use", folder)).isEqualTo(new Child(0, ""));
        assertThat(workingDirectory).isEmptyDirectory();
        assertThat(folder).isDirectoryNotContaining("glob:**metadata*");
    }

    @Test
    void wouldWriteTelemetrysFileWereItNotSwitchedOff() throws Exception {
        Child.run(workingDirectory, "telemetry", folder);
        assertThat(workingDirectory).isDirectoryContaining("glob:**dynamodb-local-metadata.json");
    }

    @Test
    void hasNoClassWithWhichTelemetryCouldLogIn() {
        assertThatThrownBy(() -> Class.forName(COGNITO)).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void endsAfterAnOpenThatFailed() throws Exception {
        Files.createDirectory(folder.resolve("shared-local-instance.db"));
        Child child = Child.run(workingDirectory, "refused", folder);
        assertThat(child.exitValue()).isZero();
        assertThat(child.output()).startsWith("DynamoDB Local could not open").hasLineCount(1);
    }

    @Test
    void namesThePlatformAndTheWayOutWhenTheNativeLibraryDoesNotLoad() throws Exception {
        Child child = Child.run(workingDirectory, "unloadable", folder);
        assertThat(child.exitValue()).isZero();
        assertThat(child.output())
                .contains("could not be loaded on os.name=" + System.getProperty("os.name"))
                .contains("java.io.tmpdir", "pagetrack.endpoint");
    }

    @Test
    void keepsWholeTransactionsInOrderWhenTheProcessDies() throws Exception {
        Child child = Child.run(workingDirectory, "crash", folder);
        assertThat(child.exitValue()).isEqualTo(3);
        try (var local = LocalDynamoDb.open(folder)) {
            List<String> kept = Notes.names(local.client());
            int rounds = kept.size() / 100;
            // DynamoDB Local answers a moment before it commits: the last transaction may be gone, but as a whole.
            assertThat(rounds).isGreaterThanOrEqualTo(1);
            assertThat(kept).hasSize(rounds * 100).allMatch(name -> round(name) < rounds);
            Notes.put(local.client(), "after");
        }
    }

    @Test
    void refusesAFolderThatAnotherProcessHoldsUntilThatOneDies() throws Exception {
        Process holder = Child.start(workingDirectory, "hold", folder);
        try (var heard = holder.getInputStream();
                var told = holder.getOutputStream()) {
            assertThat(new String(heard.readNBytes(4), StandardCharsets.UTF_8)).isEqualTo("open");
            assertThatThrownBy(() -> LocalDynamoDb.open(folder))
                    .isInstanceOf(LocalDynamoDbException.class)
                    .hasMessageContaining("in use by another build");
            told.write('x');
            told.flush();
            assertThat(holder.waitFor()).isZero();
            LocalDynamoDb.open(folder).close();
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void keepsOtherProcessesOutAlsoAfterASecondOpenFailedHere() throws IOException, InterruptedException {
        try (var first = LocalDynamoDb.open(folder)) {
            assertThatThrownBy(() -> LocalDynamoDb.open(folder)).isInstanceOf(LocalDynamoDbException.class);
            assertThat(Child.run(workingDirectory, "refused", folder).output()).contains("in use by another build");
            assertThat(first.client().listTables().tableNames()).isEmpty();
        }
    }

    private static int round(String name) {
        return Integer.parseInt(name.substring(0, name.indexOf('-')));
    }
}
