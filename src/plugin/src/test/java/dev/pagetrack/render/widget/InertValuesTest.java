package dev.pagetrack.render.widget;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagetrack.render.site.SitePaths;
import dev.pagetrack.render.testing.HostileText;
import dev.pagetrack.render.testing.TestSite;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Titles, descriptions and names of pages stay text wherever a template may put them. */
@DisabledOnOs(OS.WINDOWS)
class InertValuesTest {

    static final List<String> HOSTILE = HostileText.ALL;

    private static final String MARKERS = """
            <!doctype html><head><!-- pagetrack counter-jsonld --><!-- /pagetrack --></head><body>
            <ol data-pagetrack="most-viewed"></ol>
            <div data-pagetrack="most-viewed"></div>
            <!-- pagetrack trending --><!-- /pagetrack -->
            <div data-pagetrack="history" data-period="all"></div>
            <p data-pagetrack="views"></p><p data-pagetrack="site-views"></p><p data-pagetrack="rank"></p>
            <p data-pagetrack="last-viewed"></p><p data-pagetrack="as-of"></p>
            <div data-pagetrack="everywhere" data-exclude="%s" data-prefix=""></div>
            <div data-pagetrack="everywhere" data-prefix="%s"></div>
            <b id="end">end</b></body>
            """;

    /** Each text variable in each place where a template may put it. */
    private static final String ALL_PLACES = """
            <p class="text">{{page.title}}</p><p title="{{page.title}}" lang='{{page.description}}'></p>
            <!-- {{page.title}} --><textarea>{{page.title}}</textarea><svg><title>{{page.title}}</title></svg>
            <a href="{{page.href}}">{{page.path}}</a><a href='{{page.url}}'></a><a href={{page.address}}></a>
            {{#items}}<a href="{{href}}" title="{{description}}">{{title}}</a>{{/items}}
            <i title="{{exclude}}" lang='{{prefix}}'>{{exclude}} {{prefix}}</i>
            """;

    @TempDir
    Path folder;

    private TestSite site;

    @BeforeEach
    void makeSite() {
        site = new TestSite(folder).url("https://example.com/").template("everywhere.mustache", ALL_PLACES);
    }

    @ParameterizedTest
    @FieldSource("HOSTILE")
    void keepsTitlesAndParametersText(String hostile) throws Exception {
        var value = HostileText.attribute(hostile);
        var texts =
                "<meta property=og:title content=\"" + value + "\"><meta name=description content=\"" + value + "\">";
        var page = MARKERS.formatted(value, value).replace("<head>", "<head>" + texts);
        site.page("index.html", page)
                .page("other/x.html", page)
                .page("a.html", "<meta property=og:title content=A>") // a title that most pages share is no title
                .page("b.html", "<meta property=og:title content=B>")
                .page("c.html", "<meta property=og:title content=C>")
                .views("/", 3)
                .views("other/x.html", 2)
                .month("2024-03", "other/x.html", 2)
                .render();

        for (var name : List.of("index.html", "other/x.html")) {
            var html = Jsoup.parse(site.read(name), "https://example.com/" + name);
            assertInert(html);
            assertThat(requireNonNull(html.select("p.text").first()).wholeText())
                    .isEqualTo(hostile);
            assertThat(requireNonNull(html.select("p[title]").first()).attr("title"))
                    .isEqualTo(hostile);
            assertThat(requireNonNull(html.select("p[title]").first()).attr("lang"))
                    .isEqualTo(hostile);
            assertThat(requireNonNull(html.select("textarea").first()).wholeText())
                    .isEqualTo(hostile);
            assertThat(requireNonNull(html.select("ol a").first()).wholeText()).isEqualTo(hostile);
            assertThat(requireNonNull(html.select("i").first()).attr("title")).isEqualTo(hostile);
        }
        assertThat(site.render().changed()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("HOSTILE")
    void linksToAPageWithAHostileName(String hostile) throws Exception {
        var name = hostile.replace("\\", "%5C").replace("//", "/").replaceFirst("^/", "") + ".html";
        site.page("index.html", MARKERS.formatted("x", "")).page(name, MARKERS.formatted("x", ""));
        site.views(SitePaths.ofFile(name), 7).month("2024-03", SitePaths.ofFile(name), 7);

        site.render();

        for (var page : List.of("index.html", name)) {
            var html = Jsoup.parse(site.read(page), "https://example.com" + RelativeLink.fromRoot(page));
            assertInert(html);
            assertThat(requireNonNull(html.select("ol a").first()).absUrl("href"))
                    .isEqualTo("https://example.com" + RelativeLink.fromRoot(name));
        }
        assertThat(site.render().changed()).isEmpty();
    }

    @Test
    void detectsScriptsHandlersAndForeignLinks() {
        for (var html :
                List.of("<script>1</script>", "<p onclick=x>", "<a href=javascript:x>", "<a href=//evil.example>")) {
            assertThat(problems(Jsoup.parse(html, "https://example.com/"))).isNotEmpty();
        }
    }

    private static void assertInert(Document html) throws Exception {
        assertThat(problems(html)).isEmpty();
        assertThat(html.select("body > #end")).hasSize(1);
        var script = html.select("script");
        assertThat(script).hasSize(1);
        assertThat(new ObjectMapper()
                        .readTree(requireNonNull(script.first()).data())
                        .get("url")
                        .textValue())
                .startsWith("https://example.com/");
    }

    private static List<String> problems(Document html) {
        return html.getAllElements().stream()
                .filter(element -> (element.tagName().equals("script") && !element.hasAttr("type"))
                        || element.tagName().equals("img")
                        || element.attributes().asList().stream()
                                .anyMatch(attribute -> attribute.getKey().startsWith("on"))
                        || (element.hasAttr("href") && !element.absUrl("href").startsWith("https://example.com/")))
                .map(Object::toString)
                .toList();
    }
}
