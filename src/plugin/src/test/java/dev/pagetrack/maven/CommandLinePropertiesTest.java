package dev.pagetrack.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;

/** Parameters as {@code -D} properties of the command line. */
class CommandLinePropertiesTest extends GoalTest {

    @Override
    TestBuild newBuild() {
        return TestBuild.of(folder)
                .property("pagetrack.skip", "true")
                .property("pagetrack.table", "Views")
                .property("pagetrack.siteId", "Richard")
                .property("pagetrack.region", "eu-central-1")
                .property("pagetrack.profile", "blog")
                .property("pagetrack.endpoint", "http://localhost:8000")
                .property("pagetrack.serverId", "aws")
                .property("pagetrack.embedded", "true")
                .property("pagetrack.embeddedDirectory", "table")
                .property("pagetrack.siteRoot", "public")
                .property("pagetrack.siteUrl", "https://example.com/blog/")
                .property("pagetrack.widgetDirectory", "theme/widgets")
                .property("pagetrack.aliases", "/old /new,redirects.txt")
                .property("pagetrack.ignoreCase", "true")
                .property("pagetrack.unlisted", "drafts/**")
                .property("pagetrack.unescaped", "true")
                .property("pagetrack.offline", "true")
                .property("pagetrack.locale", "pt-BR")
                .property("pagetrack.now", "2026-10-01T00:00:00Z")
                .property("pagetrack.rootLinks", "false")
                .property("pagetrack.changedFiles", "target/changed.txt")
                .property("pagetrack.logs", "src/logs/cloudfront,src/logs/s3/2026-*")
                .property("pagetrack.hosts", "example.com,www.example.com")
                .property("pagetrack.includes", "blog/**")
                .property("pagetrack.excludes", "blog/drafts/**")
                .property("pagetrack.ignoreAddresses", "203.0.113.7,2001:db8::/32")
                .property("pagetrack.suspects", "hosting,http1")
                .property("pagetrack.hostingNetworks", "64500,hosters.txt")
                .property("pagetrack.policyB", "b.properties")
                .property("pagetrack.port", "0")
                .property("pagetrack.dynamodbPort", "8000");
    }

    @Test
    void renderTakesThem(@InjectMojo(goal = "render") RenderMojo mojo) {
        tableTakesThem(mojo);
        assertThat(mojo)
                .extracting("siteRoot", "siteUrl", "widgetDirectory", "changedFiles", "locale", "now", "rootLinks")
                .containsExactly(
                        folder.resolve("public").toFile(),
                        URI.create("https://example.com/blog/"),
                        folder.resolve("theme/widgets").toFile(),
                        folder.resolve("target/changed.txt").toFile(),
                        "pt-BR",
                        "2026-10-01T00:00:00Z",
                        "false");
        assertThat(mojo)
                .extracting("aliases", "ignoreCase", "unlisted", "unescaped", "offline")
                .containsExactly(List.of("/old /new", "redirects.txt"), true, List.of("drafts/**"), true, true);
    }

    @Test
    void ingestTakesThem(@InjectMojo(goal = "ingest") IngestMojo mojo) {
        tableTakesThem(mojo);
        assertThat(mojo)
                .extracting(
                        "logs",
                        "hosts",
                        "includes",
                        "excludes",
                        "ignoreAddresses",
                        "suspects",
                        "hostingNetworks",
                        "policyB")
                .containsExactly(
                        List.of("src/logs/cloudfront", "src/logs/s3/2026-*"),
                        List.of("example.com", "www.example.com"),
                        List.of("blog/**"),
                        List.of("blog/drafts/**"),
                        List.of("203.0.113.7", "2001:db8::/32"),
                        List.of("hosting", "http1"),
                        List.of("64500", "hosters.txt"),
                        "b.properties");
    }

    @Test
    void serveTakesThem(@InjectMojo(goal = "serve") ServeMojo mojo) {
        tableTakesThem(mojo);
        assertThat(mojo).extracting("port", "dynamodbPort").containsExactly(0, 8000);
    }

    @Test
    void createTableTakesThem(@InjectMojo(goal = "create-table") CreateTableMojo mojo) {
        tableTakesThem(mojo);
    }

    @Test
    @InjectMojo(goal = "create-table")
    @MojoParameter(name = "table", value = "OfThePom")
    void thePomWins(CreateTableMojo mojo) {
        assertThat(mojo).extracting("table").isEqualTo("OfThePom");
    }

    @Test
    void skippedGoalsSaySoAndDoNothing(
            @InjectMojo(goal = "ingest") IngestMojo ingest,
            @InjectMojo(goal = "render") RenderMojo render,
            @InjectMojo(goal = "serve") ServeMojo serve,
            @InjectMojo(goal = "create-table") CreateTableMojo createTable)
            throws Exception {
        for (var mojo : List.of(ingest, render, serve, createTable)) {
            mojo.execute();
            assertThat(build().log().lines()).containsExactly("info Skipped: <skip> (pagetrack.skip) is true.");
        }
        assertThat(folder).isEmptyDirectory();
    }

    private void tableTakesThem(AbstractTableMojo mojo) {
        assertThat(mojo)
                .extracting("skip", "table", "siteId", "region", "profile", "serverId", "embedded")
                .containsExactly(true, "Views", "Richard", "eu-central-1", "blog", "aws", true);
        assertThat(mojo)
                .extracting("endpoint", "embeddedDirectory")
                .containsExactly(
                        URI.create("http://localhost:8000"),
                        folder.resolve("table").toFile());
    }
}
