package dev.pagetrack.init;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.OutsideProgram;
import dev.pagetrack.figures.PageTotal;
import dev.pagetrack.generator.SiteRootFinder;
import dev.pagetrack.render.RenderReport;
import dev.pagetrack.render.RenderSettings;
import dev.pagetrack.render.Renderer;
import dev.pagetrack.render.marker.InjectRule;
import dev.pagetrack.render.site.RenderException;
import dev.pagetrack.render.site.SiteRoot;
import dev.pagetrack.stats.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sets up sites of several generators and themes. The rules in each pom must put the right number at the right place. */
class SiteSetupTest {

    private static final Instant NOW = Instant.parse("2026-03-02T03:04:05Z");

    @TempDir
    Path folder;

    private final List<String> messages = new ArrayList<>();

    @Test
    void plainHtml() throws Exception {
        for (var name : List.of("one", "two")) {
            file("blog/" + name + ".html", "<title>" + name + "</title>\n<h1>" + name + "</h1>\n<p>Text.");
        }
        file("index.html", "<title>Home</title>\n<h1>Home</h1>");

        setUp(folder, Map.of("embedded", "true"));

        var name = folder.getFileName().toString().toLowerCase(Locale.ROOT);
        assertThat(folder.resolve("pom.xml")).hasContent("""
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>site</groupId><artifactId>%s</artifactId><version>1</version><packaging>pom</packaging>
                  <build><plugins><plugin>
                    <groupId>dev.pagetrack</groupId><artifactId>pagetrack-maven-plugin</artifactId><version>1.2.3</version>
                    <configuration>
                      <siteRoot>.</siteRoot>
                      <embedded>true</embedded>
                      <injects>
                        <inject><selector>h1</selector><position>after</position><widget>page-views</widget><excludes>/</excludes></inject>
                        <inject><selector>body</selector><position>append</position><widget>most-read</widget><parameters><exclude>/</exclude></parameters><includes>/</includes></inject>
                      </injects>
                    </configuration>
                    <executions><execution><goals><goal>render</goal></goals></execution></executions>
                  </plugin></plugins></build>
                </project>
                """.formatted(name));
        assertThat(messages)
                .contains(
                        "  page-views on 2 of 3 pages",
                        "  blog/one.html:2",
                        "Do not upload these: .pagetrack, pom.xml, target, src/pagetrack/widgets",
                        "Next: mvn package");
        render(folder, "blog/one.html");
        assertThat(folder.resolve("blog/one.html"))
                .content()
                .contains("<h1>one</h1><!-- pagetrack page-views injected=after"
                        + " --><p class=\"pagetrack\">Views: 7</p><!-- /pagetrack -->");
        assertThat(folder.resolve("index.html"))
                .content()
                .contains("<h2>Most read</h2>", "<li><a href=\"blog/one.html\">")
                .doesNotContain("<a href=\"./\"");
    }

    @Test
    void hugoWithListsBesideArticles() throws Exception {
        file(
                "config.toml",
                "baseURL = 'https://blog.example/'\npublishDir = \"docs\"\ndisableKinds = ['RSS', 'sitemap']\n");
        file(
                "layouts/_default/single.html",
                "<main><h1>{{ .Title }}</h1><p><i><time>{{ .Date }}</time></i></p>{{ .Content }}</main>");
        file(
                "layouts/_default/list.html",
                "<main><h1>x</h1><ul>{{ range .Pages }}<li><time>1</time>{{ .Title }}</li>{{ end }}</ul></main>");
        file("layouts/404.html", "<main><h1>Gone</h1></main>");
        file("content/posts/a.md", "---\ntitle: A\ndate: 2026-01-01\ntags: [t]\n---\nText\n");
        file("content/posts/b.md", "---\ntitle: B\ndate: 2026-01-01\n---\nText\n");
        OutsideProgram.named("hugo").run(folder, "--quiet");

        setUp(folder.resolve("docs"), Map.of());

        assertThat(pom())
                .contains(
                        "<siteRoot>docs</siteRoot>",
                        "<selector>main time</selector><position>after</position><widget>page-views</widget><excludes>/,posts/,tags/**</excludes>");
        render(folder.resolve("docs"), "posts/a/");
        assertThat(folder.resolve("docs/posts/a/index.html"))
                .content()
                .contains("--><span class=\"pagetrack\"> · Views: 7</span><!-- /pagetrack --></i></p>");
        assertThat(folder.resolve("layouts/partials/pagetrack.html")).content().contains("data-pagetrack=\"views\"");
        assertThat(folder.resolve("layouts/_default/single.html")).content().doesNotContain("pagetrack");
    }

    @Test
    void jekyll() throws Exception {
        file("_config.yml", "title: Blog\n");
        file(
                "_layouts/post.html",
                "<article><header><h1>{{ page.title }}</h1><p class='post-meta'>{{ page.date }}</p></header>{{ content }}</article>");
        file("_posts/2026-01-01-a.md", "---\nlayout: post\ntitle: A\n---\nText\n");
        file(
                "index.html",
                "---\n---\n<ul>{% for p in site.posts %}<li><span class='post-meta'>{{ p.date }}</span></li>{% endfor %}</ul>");
        OutsideProgram.named("jekyll").run(folder, "build", "--quiet", "--disable-disk-cache");

        setUp(folder.resolve("_site"), Map.of("logs", "logs/*.gz, " + folder.resolve("more") + ",s3://logs/blog/,-"));

        assertThat(messages)
                .contains("  exclude: [\"pom.xml\", \"target\", \"src/pagetrack/widgets\", \"logs\", \"more\"]");
        assertThat(pom()).contains("<selector>.post-meta</selector><position>append</position>");
        render(folder.resolve("_site"), "2026/01/01/a.html");
        assertThat(folder.resolve("_site/2026/01/01/a.html"))
                .content()
                .contains(" · Views: 7</span><!-- /pagetrack --></p>");
        assertThat(folder.resolve("_includes/pagetrack.html")).exists();
    }

    @Test
    void jekyllThatAlreadyExcludesTheFiles() throws Exception {
        file("_site/a.html", "<h1>A</h1>");
        for (var settled : List.of("source: pages\n", "exclude:\n  - pom.xml\n  - logs\n")) {
            file("_config.yml", "title: Blog\n" + settled);

            setUp(folder.resolve("_site"), Map.of());
        }

        assertThat(messages).noneMatch(line -> line.contains("exclude:"));
    }

    @Test
    void mkDocsInBothOfItsThemes() throws Exception {
        file("docs/index.md", "# Home\n");
        file("docs/a.md", "# A\n\nText.\n\n## More\n");
        file("docs/b.md", "# B\n\nText.\n");
        for (var theme : List.of("mkdocs", "readthedocs")) {
            file("mkdocs.yml", "site_name: Docs\ntheme:\n  name: " + theme + "\n  custom_dir: mine\n");
            Files.createDirectories(folder.resolve("mine"));
            Files.deleteIfExists(folder.resolve("pom.xml"));
            OutsideProgram.named("mkdocs").run(folder, "build", "--quiet", "--clean");

            setUp(folder.resolve("site"), Map.of());

            assertThat(pom())
                    .contains("<selector>[role=main] h1</selector><position>after</position>")
                    .doesNotContain("b/");
            render(folder.resolve("site"), "a/");
            assertThat(folder.resolve("site/a/index.html")).content().contains("<p class=\"pagetrack\">Views: 7</p>");
            assertThat(folder.resolve("site/404.html")).content().doesNotContain("injected");
        }
        assertThat(folder.resolve("mine/partials/pagetrack.html")).exists();
    }

    /** Pages as maven-site skins write them: the publication date is on every page, and there are several headings. */
    @Test
    void mavenSite() throws Exception {
        var page = "<body><header><ul class=breadcrumb><li id=publishDate>Last Published: 2026-03-01</li></ul></header>"
                + "<main id=bodyColumn><section><h1>A</h1></section><section><h1>B</h1></section></main></body>";
        for (var name : List.of("index", "usage", "faq")) {
            file("target/site/" + name + ".html", page);
        }
        file("src/site/site.xml", "<site/>");
        file("pom.xml", "<project/>");

        setUp(folder.resolve("target/site"), Map.of("logs", "logs"));

        assertThat(pom()).isEqualTo("<project/>");
        assertThat(messages)
                .contains(
                        "Kept, because it exists already: " + folder.resolve("pom.xml"),
                        "Add this to its <plugins>:",
                        "        <inject><selector>#publishDate</selector><position>append</position><widget>page-views</widget><excludes>/</excludes></inject>",
                        "    <executions><execution><phase>post-site</phase><goals><goal>ingest</goal><goal>render</goal></goals></execution></executions>",
                        "Next: mvn post-site");
    }

    /** The Fluido skin writes a divider after the date if the version follows. */
    @Test
    void mavenSiteWithItsVersionBesideTheDate() throws Exception {
        var page = "<header><ul class=breadcrumb>"
                + "<li id=publishDate>Last Published: 2026-03-01<span class=divider>|</span></li>"
                + "<li id=projectVersion>Version: 1</li></ul></header><main><h1>A</h1><h1>B</h1></main>";
        for (var name : List.of("index", "usage", "faq")) {
            file("target/site/" + name + ".html", page);
        }
        file("src/site/site.xml", "<site/>");
        file("pom.xml", "<project/>");
        setUp(folder.resolve("target/site"), Map.of());
        Files.writeString(folder.resolve("pom.xml"), String.join("\n", messages));

        render(folder.resolve("target/site"), "usage.html");

        assertThat(Jsoup.parse(Files.readString(folder.resolve("target/site/usage.html")))
                        .select("header")
                        .text())
                .isEqualTo("Last Published: 2026-03-01 · Views: 7| Version: 1");
    }

    @Test
    void jbake() throws Exception {
        file("src/jbake/jbake.properties", "");
        file("src/jbake/templates/post.ftl", "");
        file("target/blog-1/index.html", "<main></main>");
        file("target/blog-1/2026/a.html", "<article><header><h1>A</h1><time>1</time></header></article>");
        file("pom.xml", "<project/>");

        setUp(folder.resolve("target/blog-1"), Map.of());

        assertThat(messages)
                .contains("Add this to its <plugins>, after JBake's:")
                .noneMatch(line -> line.contains("siteRoot"))
                .anyMatch(line -> line.contains("write <#include \"pagetrack.ftl\"> into a template of JBake"));
        assertThat(folder.resolve("src/jbake/templates/pagetrack.ftl")).exists();
    }

    @Test
    void overwritesNothing() throws Exception {
        file("a.html", "<h1>A</h1>");
        file("index.html", "<h1>Home</h1>");
        file("src/pagetrack/widgets/page-views.mustache", "mine");

        setUp(folder, Map.of());
        setUp(folder, Map.of());

        assertThat(folder.resolve("src/pagetrack/widgets/page-views.mustache")).hasContent("mine");
        assertThat(messages).contains("It has the plugin already. A new pom would contain:");
        assertThat(folder.resolve("a.html")).hasContent("<h1>A</h1>");
    }

    /** The project's pom may have any name and charset. */
    @Test
    void usesThePomOfTheProject() throws Exception {
        file("a.html", "<h1>A</h1>");
        var other = folder.resolve("site-pom.xml");
        Files.writeString(other, "<!-- Über --><artifactId>pagetrack-maven-plugin</artifactId>", ISO_8859_1);

        setUp(folder, other, Map.of());

        assertThat(folder.resolve("pom.xml")).doesNotExist();
        assertThat(messages)
                .contains(
                        "Kept, because it exists already: " + other,
                        "It has the plugin already. A new pom would contain:");
    }

    @Test
    void placesNothingInsideOfWhatAScriptBuildsAnew() throws Exception {
        var app = "<body><div id=\"__docusaurus\"><main><article><h1>A</h1><time>1</time></article></main></div>"
                + "<script src=/main.js></script></body>";
        for (var name : List.of("index", "a", "b")) {
            file(name + ".html", app);
        }

        setUp(folder, Map.of());

        assertThat(pom())
                .doesNotContain("page-views")
                .contains("<selector>body</selector><position>append</position><widget>most-read</widget>");
        assertThat(messages)
                .contains(
                        "No element was found that most pages have and that a view count fits beside: a script builds the"
                                + " content of <div id=\"__docusaurus\"> anew in the browser, so figures inside would vanish. Let a"
                                + " component of the theme show them, from the file of pagetrack:fetch or from the statistics API"
                                + " (pagetrack:serve, pagetrack:deploy).");
    }

    @Test
    void placesNothingIfAScriptBuildsTheWholeBodyAnew() throws Exception {
        for (var name : List.of("index", "a", "b")) {
            file(name + ".html", "<body><main><h1>A</h1></main><script>self.__next_f.push([1])</script></body>");
        }

        setUp(folder, Map.of());

        assertThat(pom()).doesNotContain("<inject>");
    }

    @Test
    void saysThatNoPlaceFits() throws Exception {
        file("a.html", "<p>A");

        setUp(folder, Map.of());

        assertThat(messages).anyMatch(line -> line.startsWith("No element was found that most pages have"));
        assertThat(pom()).doesNotContain("inject");
    }

    @Test
    void needsASiteThatIsBuilt() throws Exception {
        file("notes.txt", "");

        assertThatThrownBy(() -> setUp(folder, Map.of()))
                .isInstanceOf(RenderException.class)
                .hasMessageEndingWith("holds no HTML page: build the site first, then run pagetrack:init again");
    }

    private void setUp(Path site, Map<String, String> configuration) throws IOException {
        setUp(site, folder.resolve("pom.xml"), configuration);
    }

    private void setUp(Path site, Path pom, Map<String, String> configuration) throws IOException {
        var project =
                Optional.of(folder.resolve("target/blog-1")).filter(any -> Files.exists(folder.resolve("pom.xml")));
        var generator = new SiteRootFinder(folder, project).generator();
        var settings = new SetupSettings(
                folder, pom, generator, site, folder.resolve("src/pagetrack/widgets"), "1.2.3", configuration);
        new SiteSetup(settings, messages::add).run();
    }

    /** Renders with the pom's rules and seven views of a page; a second rendering changes nothing. */
    private void render(Path site, String page) throws IOException {
        var rules = Jsoup.parse(pom(), "", Parser.xmlParser()).select("inject").stream()
                .map(SiteSetupTest::rule)
                .toList();
        var settings = RenderSettings.of(new SiteRoot(site, Optional.empty()), folder.resolve("src/pagetrack/widgets"))
                .withInjects(rules);
        var totals = new TreeMap<>(Map.of(page, new PageTotal(7, NOW, NOW), "/", new PageTotal(70, NOW, NOW)));
        assertThat(rendered(settings, totals).changed()).isNotEmpty();
        assertThat(rendered(settings, totals).changed()).isEmpty();
    }

    private static RenderReport rendered(RenderSettings settings, SortedMap<String, PageTotal> totals) {
        return new Renderer(settings).render(months -> new Snapshot(NOW, totals, new TreeMap<>()));
    }

    private static InjectRule rule(Element inject) {
        return new InjectRule(
                inject.select("selector").text(),
                inject.select("position").text(),
                inject.select("widget").text(),
                inject.select("parameters > *").stream().collect(toMap(Element::tagName, Element::text)),
                patterns(inject, "includes"),
                patterns(inject, "excludes"));
    }

    private static List<String> patterns(Element inject, String name) {
        var text = inject.select(name).text();
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(",", -1));
    }

    private String pom() throws IOException {
        return Files.readString(folder.resolve("pom.xml"));
    }

    private void file(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }
}
