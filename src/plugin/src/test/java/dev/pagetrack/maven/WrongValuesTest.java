package dev.pagetrack.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.SampleLog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/**
 * A mistake in the pom or the site fails the goal with a message that names element, value and solution, and changes no
 * file.
 */
class WrongValuesTest extends GoalTest {

    @Override
    TestBuild newBuild() {
        return TestBuild.of(folder).property("pagetrack.embedded", "true");
    }

    @Test
    @InjectMojo(goal = "create-table")
    @MojoParameter(name = "endpoint", value = "http://localhost:8000")
    void embeddedConflictsWithEndpoint(CreateTableMojo mojo) {
        refuses(
                mojo,
                "<embedded> (pagetrack.embedded) is true",
                "<endpoint> (pagetrack.endpoint) is http://localhost:8000",
                "Leave one of them out.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @InjectMojo(goal = "create-table")
    @MojoParameter(name = "embedded", value = "false")
    @MojoParameter(name = "endpoint", value = "localhost:8000")
    void endpointIsAnAddress(CreateTableMojo mojo) {
        refuses(mojo, "<endpoint> (pagetrack.endpoint) is 'localhost:8000'", "http://localhost:8000");
    }

    @Test
    @InjectMojo(goal = "create-table")
    @MojoParameter(name = "siteId", value = "INDEX")
    void siteIdIsNotReserved(CreateTableMojo mojo) {
        refuses(mojo, "<siteId>", "'INDEX'", "pagetrack.siteId", "none of INDEX, MONTH, OBJECT, META");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @InjectMojo(goal = "create-table")
    @MojoParameter(name = "table", value = "my table")
    void tableIsAName(CreateTableMojo mojo) {
        refuses(mojo, "<table>", "'my table'", "pagetrack.table", "3 to 255 letters");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @InjectMojo(goal = "render")
    @MojoParameter(name = "siteRoot", value = ".")
    @MojoParameter(name = "rootLinks", value = "yes")
    void rootLinksIsAChoice(RenderMojo mojo) {
        refuses(mojo, "<rootLinks> (pagetrack.rootLinks) is 'yes': write auto, true or false.");
    }

    @Test
    @InjectMojo(goal = "create-table")
    @MojoParameter(name = "embedded", value = "false")
    @MojoParameter(name = "serverId", value = "aws")
    void serverIdIsInTheSettings(CreateTableMojo mojo) {
        refuses(mojo, "<serverId> (pagetrack.serverId) is 'aws'", "<username>", "<password>");
    }

    @Test
    @InjectMojo(goal = "render")
    @MojoParameter(name = "siteRoot", value = ".")
    @MojoParameter(name = "now", value = "9999-01-01T00:00:00Z")
    void nowIsATimeInWhichThereCanBeViews(RenderMojo mojo) {
        refuses(
                mojo,
                "<now> (pagetrack.now) is '9999-01-01T00:00:00Z'",
                "1996-05-01T00:00:00Z to 2100-01-01T00:00:00Z");
    }

    @Test
    @InjectMojo(goal = "render")
    @MojoParameter(name = "siteRoot", value = ".")
    @MojoParameter(name = "locale", value = "de_DE")
    void localeIsALanguageTag(RenderMojo mojo) {
        refuses(mojo, "<locale> (pagetrack.locale) is 'de_DE'", "such as en, de or pt-BR");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @InjectMojo(goal = "render")
    @MojoParameter(name = "siteRoot", value = ".")
    @MojoParameter(name = "now", value = "1.10.2026")
    void nowIsAnInstant(RenderMojo mojo) {
        refuses(mojo, "<now> (pagetrack.now) is '1.10.2026'", "such as 2026-10-01T00:00:00Z");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @InjectMojo(goal = "render")
    @MojoParameter(name = "siteRoot", value = "public")
    void siteRootIsThere(RenderMojo mojo) {
        refuses(mojo, "siteRoot", folder.resolve("public").toString());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @InjectMojo(goal = "render")
    void aSiteIsFound(RenderMojo mojo) {
        refuses(mojo, "siteRoot");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @InjectMojo(goal = "render")
    @MojoParameter(name = "siteRoot", value = ".")
    void aMarkerNamesAWidget(RenderMojo mojo) throws IOException {
        Files.writeString(folder.resolve("index.html"), "<b data-pagetrack=viewz></b>");
        refuses(mojo, "index.html", "viewz", "views");
        assertThat(folder.resolve("index.html")).hasContent("<b data-pagetrack=viewz></b>");
    }

    @Test
    @InjectMojo(goal = "ingest")
    @MojoParameter(name = "logs", value = ".")
    @MojoParameter(name = "ignoreAddresses", value = "203.0.113.7,home")
    void ignoredAddressesAreAddresses(IngestMojo mojo) {
        new SampleLog().write(folder.resolve("log"));
        refuses(mojo, "<ignoreAddresses> (pagetrack.ignoreAddresses)", "'home'", "203.0.113.0/24");
        assertThat(folder.resolve(".pagetrack")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "ingest")
    @MojoParameter(name = "logs", value = "src/logz")
    void logsAreThere(IngestMojo mojo) {
        refuses(mojo, "<logs>", "'src/logz'", folder.resolve("src/logz").toString(), "a file, a folder or a glob");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @InjectMojo(goal = "ingest")
    @MojoParameter(name = "logs", value = "notes.txt")
    void logsAreLogs(IngestMojo mojo) throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "Dear diary");
        refuses(mojo, "notes.txt", "not a log that pagetrack reads");
    }

    @Test
    @InjectMojo(goal = "serve")
    @MojoParameter(name = "embedded", value = "false")
    @MojoParameter(name = "dynamodbPort", value = "8000")
    void onlyTheEmbeddedTableIsServed(ServeMojo mojo) {
        refuses(mojo, "<dynamodbPort> (pagetrack.dynamodbPort) is 8000", "<embedded>true</embedded>");
    }

    @Test
    @InjectMojo(goal = "serve")
    @MojoParameter(name = "port", value = "99999")
    void portIsAPort(ServeMojo mojo) {
        refuses(mojo, "<port> (pagetrack.port) is 99999", "0 for any free port");
    }

    @Test
    @InjectMojo(goal = "serve")
    @MojoParameter(name = "dynamodbPort", value = "99999")
    void dynamodbPortIsAPort(ServeMojo mojo) {
        refuses(mojo, "<dynamodbPort> (pagetrack.dynamodbPort) is 99999", "0 for any");
    }

    @Test
    @InjectMojo(goal = "serve")
    void portsAreFree(ServeMojo mojo) throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            MojoExtension.setVariableValueToObject(mojo, "port", taken.getLocalPort());
            refuses(mojo, "<port> (pagetrack.port) is " + taken.getLocalPort(), "Use another");
            MojoExtension.setVariableValueToObject(mojo, "dynamodbPort", taken.getLocalPort());
            refuses(mojo, "<dynamodbPort> (pagetrack.dynamodbPort) is " + taken.getLocalPort(), "Choose another");
        }
    }

    private static void refuses(AbstractPageTrackMojo mojo, String... words) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll(words);
    }
}
