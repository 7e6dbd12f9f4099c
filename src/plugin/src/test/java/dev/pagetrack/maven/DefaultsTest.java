package dev.pagetrack.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.junit.jupiter.api.Test;

/** The defaults of the goals' parameters. */
class DefaultsTest extends GoalTest {

    @Test
    void renderFindsTheSiteAndFormatsInEnglish(@InjectMojo(goal = "render") RenderMojo mojo) {
        hasTableDefaults(mojo);
        assertThat(mojo)
                .extracting("siteRoot", "siteUrl", "widgetDirectory", "locale", "now")
                .containsExactly(null, null, file("src/pagetrack/widgets"), "en", null);
        assertThat(mojo)
                .extracting("aliases", "ignoreCase", "unlisted", "unescaped", "injects")
                .containsExactly(List.of(), false, List.of(), false, List.of());
    }

    @Test
    void ingestCountsAllPagesOfAllHosts(@InjectMojo(goal = "ingest") IngestMojo mojo) {
        hasTableDefaults(mojo);
        assertThat(mojo)
                .extracting("hosts", "includes", "excludes", "ignoreAddresses", "suspects", "hostingNetworks")
                .containsOnly(List.of());
    }

    @Test
    void serveUsesPort8080AndDoesNotServeTheTable(@InjectMojo(goal = "serve") ServeMojo mojo) {
        hasTableDefaults(mojo);
        assertThat(mojo).extracting("port", "dynamodbPort").containsExactly(8080, null);
    }

    @Test
    void createTableNeedsNoParameter(@InjectMojo(goal = "create-table") CreateTableMojo mojo) {
        hasTableDefaults(mojo);
    }

    private void hasTableDefaults(AbstractTableMojo mojo) {
        assertThat(mojo)
                .extracting("skip", "basedir", "table", "embedded", "embeddedDirectory")
                .containsExactly(false, folder.toFile(), "PageTrackTable", false, file(".pagetrack/dynamodb"));
        assertThat(mojo)
                .extracting("siteId", "region", "profile", "endpoint", "serverId")
                .containsOnlyNulls();
    }

    private File file(String relative) {
        return folder.resolve(relative).toFile();
    }
}
