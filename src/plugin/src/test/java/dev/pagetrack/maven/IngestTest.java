package dev.pagetrack.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.SampleLog;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class IngestTest extends GoalTest {

    private static final long SECOND = 1_662_606_144;

    @Override
    TestBuild newBuild() {
        return TestBuild.of(folder).property("pagetrack.embedded", "true");
    }

    @Test
    @InjectMojo(goal = "ingest")
    @MojoParameter(name = "logs", value = "logs")
    void reportsWhatItCounted(IngestMojo mojo) throws Exception {
        new SampleLog()
                .views("/a/", SECOND, SECOND)
                .request("/a/", SECOND, 404)
                .request("/a.css", SECOND, 200)
                .write(folder.resolve("logs/one"));
        mojo.execute();
        mojo.execute();
        assertThat(build().log().lines())
                .map(line -> line.replaceFirst("in [0-9]+\\.[0-9] s", "in … s"))
                .containsExactly(
                        "info Ingested 1 log object (0 more were done before): 4 lines, 2 counted (2 new, 0 counted"
                                + " before), 2 rejected, in … s; 9 write units, 4.50 a view.",
                        "info Rejected: 1 status (a status other than 200 or 304), first in line 5 of "
                                + folder.resolve("logs/one"),
                        "info Rejected: 1 not-a-page (not a page but another kind of file), first in line 6 of "
                                + folder.resolve("logs/one"),
                        "info Ingested 0 log objects (1 more was done before): 0 lines, 0 counted (0 new, 0 counted"
                                + " before), 0 rejected, in … s; 0 write units.");
    }

    @Test
    @InjectMojo(goal = "ingest")
    @MojoParameter(name = "logs", value = "\n  logs/one ,\n  logs/t*\n")
    @MojoParameter(name = "includes", value = "a/, b/")
    @MojoParameter(name = "excludes", value = "c/, b/")
    @MojoParameter(name = "ignoreAddresses", value = "203.0.113.7, 2001:db8::/32")
    void acceptsListsWithSpacesAndLineEnds(IngestMojo mojo) throws Exception {
        new SampleLog().views("/a/", SECOND).write(folder.resolve("logs/one"));
        new SampleLog().views("/b/", SECOND, SECOND).write(folder.resolve("logs/two"));
        mojo.execute();
        assertThat(build().log().lines()).first().asString().contains("Ingested 2 log objects", "3 lines, 1 counted");
    }

    @Test
    void needsLogs(
            @InjectMojo(goal = "ingest") @MojoParameter(name = "logs", value = " , ") IngestMojo none,
            @InjectMojo(goal = "ingest") IngestMojo nothing) {
        failsWithoutLogs(none);
        failsWithoutLogs(nothing);
    }

    private static void failsWithoutLogs(IngestMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage(
                        "<logs> (pagetrack.logs) names nothing. Name files, folders, globs, s3://bucket/prefix or -, separated by"
                                + " commas.");
    }
}
