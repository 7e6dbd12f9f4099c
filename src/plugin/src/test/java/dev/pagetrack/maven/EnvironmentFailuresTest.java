package dev.pagetrack.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.pagetrack.SampleLog;
import dev.pagetrack.local.LocalDynamoDb;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

/**
 * A failure that neither the pom nor the site causes is a MojoExecutionException. Also tests a table that is not
 * embedded.
 */
@MojoParameter(name = "region", value = "eu-central-1")
@MojoParameter(name = "serverId", value = "aws")
class EnvironmentFailuresTest extends GoalTest {

    @Override
    TestBuild newBuild() {
        return TestBuild.of(folder).server("aws", "anId", "aSecret");
    }

    @Test
    @InjectMojo(goal = "create-table")
    void aTableAtAnEndpointIsCreatedOnce(CreateTableMojo mojo) throws Exception {
        try (var dynamoDb = LocalDynamoDb.inMemory()) {
            setEndpoint(dynamoDb.serve(0), mojo);
            mojo.execute();
            mojo.execute();
        }
        assertThat(build().log().lines())
                .containsExactly(
                        "info Table 'PageTrackTable' was created.", "info Table 'PageTrackTable' exists already.");
    }

    @Test
    @InjectMojo(goal = "create-table")
    void dynamoDbMayBeUnreachable(CreateTableMojo mojo) throws Exception {
        setEndpoint(freePort(), mojo);
        failsInExecution(mojo, "PageTrackTable");
    }

    @Test
    void theTableMayBeMissing(
            @InjectMojo(goal = "render")
                    @MojoParameter(name = "siteRoot", value = ".")
                    @MojoParameter(name = "onUnavailable", value = "fail")
                    RenderMojo render,
            @InjectMojo(goal = "ingest") @MojoParameter(name = "logs", value = "log") IngestMojo ingest)
            throws Exception {
        Files.writeString(folder.resolve("index.html"), "<b data-pagetrack=views>7</b>");
        new SampleLog().views("/", 1_662_606_144).write(folder.resolve("log"));
        try (var dynamoDb = LocalDynamoDb.inMemory()) {
            int port = dynamoDb.serve(0);
            setEndpoint(port, render);
            setEndpoint(port, ingest);
            failsInExecution(render, "PageTrackTable", "create-table");
            failsInExecution(ingest, "PageTrackTable", "create-table");
        }
        assertThat(folder.resolve("index.html")).hasContent("<b data-pagetrack=views>7</b>");
    }

    @Test
    @MojoParameter(name = "port", value = "0")
    void serveReportsAMissingTableAtItsStart(
            @InjectMojo(goal = "serve") ServeMojo serve, @InjectMojo(goal = "create-table") CreateTableMojo create)
            throws Exception {
        try (var dynamoDb = LocalDynamoDb.inMemory()) {
            int port = dynamoDb.serve(0);
            setEndpoint(port, serve);
            setEndpoint(port, create);
            assertThat(linesUntilItServes(serve))
                    .singleElement(STRING)
                    .startsWith(
                            "warn Until this is fixed, requests are answered with 503: there is no table 'PageTrackTable'")
                    .endsWith("or create it with pagetrack:create-table.");
            create.execute();
            build().log().lines();
            assertThat(linesUntilItServes(serve)).isEmpty();
        }
    }

    private List<String> linesUntilItServes(ServeMojo serve) throws InterruptedException {
        try (var goal = RunningGoal.start(serve)) {
            assertThat(goal).isNotNull();
            return build().log().until("Statistics: ");
        }
    }

    @Test
    @InjectMojo(goal = "create-table")
    @MojoParameter(name = "embedded", value = "true")
    void theEmbeddedTableMayBeInUse(CreateTableMojo mojo) {
        var used = folder.resolve(".pagetrack/dynamodb");
        try (var dynamoDb = LocalDynamoDb.open(used)) {
            assertThat(dynamoDb).isNotNull();
            failsInExecution(mojo, used.toString(), "in use by another build");
        }
    }

    @Test
    @InjectMojo(goal = "create-table")
    @MojoParameter(name = "embedded", value = "true")
    void anEmbeddedTableReportsSettingsWithoutEffect(CreateTableMojo mojo) throws Exception {
        mojo.execute();
        assertThat(build().log().lines())
                .containsExactly(
                        "info The embedded table is used: <region>, <profile> and <serverId> have no effect on it.",
                        "info Table 'PageTrackTable' exists already.");
    }

    private static void setEndpoint(int port, AbstractTableMojo mojo) throws IllegalAccessException {
        MojoExtension.setVariableValueToObject(mojo, "endpoint", URI.create("http://localhost:" + port));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void failsInExecution(AbstractPageTrackMojo mojo, String... words) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContainingAll(words)
                .hasMessageNotContaining("aSecret");
    }
}
