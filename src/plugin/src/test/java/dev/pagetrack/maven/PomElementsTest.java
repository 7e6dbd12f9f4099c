package dev.pagetrack.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import dev.pagetrack.render.marker.InjectRule;
import java.io.File;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.Test;

/** Parameters as elements of a pom. */
class PomElementsTest extends GoalTest {

    private static final String BEGIN =
            "<project><build><plugins><plugin><artifactId>pagetrack-maven-plugin</artifactId><configuration>";
    private static final String END = "</configuration></plugin></plugins></build></project>";

    private static final String TABLE = """
            <skip>true</skip>
            <table>Views</table>
            <siteId>Richard</siteId>
            <region>eu-central-1</region>
            <profile>blog</profile>
            <endpoint>http://localhost:8000</endpoint>
            <serverId>aws</serverId>
            <embedded>true</embedded>
            <embeddedDirectory>table</embeddedDirectory>
            """;

    private static final String RENDER = """
            <siteRoot>public</siteRoot>
            <siteUrl>https://example.com/blog/</siteUrl>
            <aliases><alias>/old /new</alias><alias>redirects.txt</alias></aliases>
            <ignoreCase>true</ignoreCase>
            <unlisted>drafts/**,x.html</unlisted>
            <unescaped>true</unescaped>
            <widgetDirectory>theme/widgets</widgetDirectory>
            <changedFiles>changed.txt</changedFiles>
            <locale>pt-BR</locale>
            <now>2026-10-01T00:00:00Z</now>
            <rootLinks>true</rootLinks>
            """;

    private static final String INJECTS = """
            <injects>
              <inject>
                <selector>article &gt; h1</selector>
                <position>after</position>
                <widget> views </widget>
                <parameters><period>30d</period></parameters>
                <includes>blog/**, docs/**</includes>
                <excludes><exclude>blog/x.html</exclude></excludes>
              </inject>
              <inject><position>append</position><parameters><limit/></parameters></inject>
            </injects>
            """;

    private static final String LISTS = """
            <logs><log>src/logs/cloudfront</log><log>src/logs/s3/2026-*</log></logs>
            <hosts><host>example.com</host><host>www.example.com</host></hosts>
            <includes><include>blog/**</include></includes>
            <excludes><exclude>blog/drafts/**</exclude></excludes>
            <ignoreAddresses><address>203.0.113.7</address><address>2001:db8::/32</address></ignoreAddresses>
            <suspects><rule>hosting</rule><rule>http1</rule></suspects>
            <hostingNetworks><network>64500</network><file>hosters.txt</file></hostingNetworks>
            """;

    private static final String COMMAS = """
            <logs>src/logs/cloudfront,src/logs/s3/2026-*</logs>
            <hosts>example.com,www.example.com</hosts>
            <includes>blog/**</includes>
            <excludes>blog/drafts/**</excludes>
            <ignoreAddresses>203.0.113.7,2001:db8::/32</ignoreAddresses>
            <suspects>hosting,http1</suspects>
            <hostingNetworks>64500,hosters.txt</hostingNetworks>
            """;

    @Test
    void renderTakesItsElements(@InjectMojo(goal = "render", pom = BEGIN + TABLE + RENDER + END) RenderMojo mojo) {
        hasTableElements(mojo);
        assertThat(mojo)
                .extracting("siteRoot", "siteUrl", "widgetDirectory", "changedFiles", "locale", "now", "rootLinks")
                .containsExactly(
                        file("public"),
                        URI.create("https://example.com/blog/"),
                        file("theme/widgets"),
                        file("changed.txt"),
                        "pt-BR",
                        "2026-10-01T00:00:00Z",
                        "true");
    }

    @Test
    void renderTakesTheElementsForPageNames(@InjectMojo(goal = "render", pom = BEGIN + RENDER + END) RenderMojo mojo) {
        assertThat(mojo)
                .extracting("aliases", "ignoreCase", "unlisted", "unescaped")
                .containsExactly(List.of("/old /new", "redirects.txt"), true, List.of("drafts/**", "x.html"), true);
    }

    @Test
    void renderTakesRulesToInject(@InjectMojo(goal = "render", pom = BEGIN + INJECTS + END) RenderMojo mojo) {
        assertThat(mojo)
                .extracting("injects", list(Inject.class))
                .extracting(Inject::rule)
                .containsExactly(
                        new InjectRule(
                                "article > h1",
                                "after",
                                "views",
                                Map.of("period", "30d"),
                                List.of("blog/**", "docs/**"),
                                List.of("blog/x.html")),
                        new InjectRule("", "append", "", Map.of("limit", ""), List.of(), List.of()));
    }

    @Test
    void ingestTakesListsOfElements(@InjectMojo(goal = "ingest", pom = BEGIN + TABLE + LISTS + END) IngestMojo mojo) {
        hasTableElements(mojo);
        hasLists(mojo);
    }

    @Test
    void ingestTakesListsWithCommas(@InjectMojo(goal = "ingest", pom = BEGIN + COMMAS + END) IngestMojo mojo) {
        hasLists(mojo);
    }

    @Test
    @InjectMojo(goal = "serve", pom = BEGIN + TABLE + "<port>0</port><dynamodbPort>8000</dynamodbPort>" + END)
    void serveTakesItsElements(ServeMojo mojo) {
        hasTableElements(mojo);
        assertThat(mojo).extracting("port", "dynamodbPort").containsExactly(0, 8000);
    }

    @Test
    void createTableTakesItsElements(
            @InjectMojo(goal = "create-table", pom = BEGIN + TABLE + END) CreateTableMojo mojo) {
        hasTableElements(mojo);
    }

    @Test
    @InjectMojo(goal = "render")
    @MojoParameter(name = "siteRoot", value = "${project.build.directory}/site")
    @MojoParameter(name = "widgetDirectory", value = "${basedir}/../theme")
    void pathsMayHoldExpressions(RenderMojo mojo) {
        assertThat(mojo)
                .extracting("siteRoot", "widgetDirectory")
                .containsExactly(file("target/site"), file("../theme"));
    }

    private void hasTableElements(AbstractTableMojo mojo) {
        assertThat(mojo)
                .extracting("skip", "table", "siteId", "region", "profile", "endpoint", "serverId", "embedded")
                .containsExactly(
                        true,
                        "Views",
                        "Richard",
                        "eu-central-1",
                        "blog",
                        URI.create("http://localhost:8000"),
                        "aws",
                        true);
        assertThat(mojo).extracting("embeddedDirectory").isEqualTo(file("table"));
    }

    private static void hasLists(IngestMojo mojo) {
        assertThat(mojo)
                .extracting("logs", "hosts", "includes", "excludes", "ignoreAddresses", "suspects", "hostingNetworks")
                .containsExactly(
                        List.of("src/logs/cloudfront", "src/logs/s3/2026-*"),
                        List.of("example.com", "www.example.com"),
                        List.of("blog/**"),
                        List.of("blog/drafts/**"),
                        List.of("203.0.113.7", "2001:db8::/32"),
                        List.of("hosting", "http1"),
                        List.of("64500", "hosters.txt"));
    }

    private File file(String relative) {
        return folder.resolve(relative).toFile();
    }
}
