package dev.pagetrack.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With {@code offline}, a build renders from another build's snapshot, and needs no table, region or credentials. */
@MojoParameter(name = "siteRoot", value = ".")
@MojoParameter(name = "snapshot", value = "fetched.json")
@MojoParameter(name = "offline", value = "true")
class SnapshotOnlyTest extends GoalTest {

    private static final String PAGE = "<b data-pagetrack=views>7</b>";

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("Blog"));
        Files.writeString(folder.resolve("Blog/A.html"), PAGE);
    }

    @Test
    @InjectMojo(goal = "render")
    @MojoParameter(name = "embedded", value = "true")
    void rendersFromTheSnapshot(RenderMojo mojo) throws Exception {
        fetched("Blog/A.html");
        mojo.execute();

        assertThat(folder.resolve("Blog/A.html")).hasContent(PAGE.replace("7", "4"));
        assertThat(folder.resolve(".pagetrack/dynamodb")).doesNotExist();
        assertThat(build().log().details()).contains("Changed " + folder.resolve("Blog/A.html"));
        assertThat(build().log().lines())
                .first()
                .asString()
                .startsWith("info Offline: the snapshot " + folder.resolve("fetched.json") + " is used: ");
    }

    @Test
    @InjectMojo(goal = "render")
    @MojoParameter(name = "changedFiles", value = "upload/changed.txt")
    void writesTheListOfChangedFiles(RenderMojo mojo) throws Exception {
        var list = folder.resolve("upload/changed.txt");
        mojo.execute(); // there are no figures
        assertThat(list).isEmptyFile();

        fetched("Blog/A.html");
        mojo.execute();
        assertThat(list).hasContent("Blog/A.html");
        mojo.execute();
        assertThat(list).isEmptyFile();
        Files.writeString(folder.resolve("Blog/A.html"), PAGE); // as a generator does
        mojo.execute();
        assertThat(list).isEmptyFile();

        Files.writeString(folder.resolve("Blog/B.html"), "<b data-pagetrack=nonsense></b>");
        assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class);
        assertThat(list).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "render")
    @MojoParameter(name = "changedFiles", value = "Blog")
    void reportsAListOfChangedFilesThatCannotBeWritten(RenderMojo mojo) throws Exception {
        fetched("Blog/A.html");

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("<changedFiles> (pagetrack.changedFiles) is " + folder.resolve("Blog")
                        + ", which cannot be written (");
        assertThat(folder.resolve("Blog/A.html")).hasContent(PAGE);
    }

    @Test
    @InjectMojo(goal = "render")
    @MojoParameter(name = "onUnavailable", value = "fail")
    void failsWithoutASnapshotIfOnUnavailableIsFail(RenderMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith(
                        "Offline (mvn -o or pagetrack.offline), so the table is not read. There is no snapshot "
                                + folder.resolve("fetched.json"));
        assertThat(folder.resolve("Blog/A.html")).hasContent(PAGE);
    }

    @Test
    @InjectMojo(goal = "render")
    @MojoParameter(name = "siteId", value = "mistyped")
    void warnsThatNoPageHasAView(RenderMojo mojo) throws Exception {
        Files.writeString(folder.resolve("fetched.json"), """
                {"version": 1, "asOf": "2026-03-02T03:04:05Z", "totals": {}, "months": {}}
                """);
        mojo.execute();

        assertThat(folder.resolve("Blog/A.html")).hasContent(PAGE.replace("7", "0"));
        assertThat(build().log().lines())
                .contains(
                        "warn No page has a view in table 'PageTrackTable', <siteId> (pagetrack.siteId) 'mistyped': count"
                                + " views with pagetrack:ingest, or check both names with pagetrack:doctor.");
    }

    private void fetched(String page) throws IOException {
        Files.writeString(folder.resolve("fetched.json"), """
                {"version": 1, "asOf": "2026-03-02T03:04:05Z", "totals": {"%s":
                {"views": 4, "first": "2026-02-01T00:00:00Z", "last": "2026-03-02T03:04:05Z"}}, "months": {}}
                """.formatted(page));
    }
}
