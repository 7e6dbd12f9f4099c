package dev.pagetrack.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagetrack.render.site.SitePaths;
import dev.pagetrack.render.testing.HostileText;
import dev.pagetrack.render.testing.TestSite;
import dev.pagetrack.render.widget.WidgetTemplates;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Opens pages with all built-in widgets in a real browser, including widgets that are added later. */
@DisabledOnOs(OS.WINDOWS)
class BrowserTest {

    /** Records every call that a hostile script could make. It is installed before any script of the page runs. */
    private static final String RECORD_SCRIPTS = """
            window.ran = [];
            for (const name of ['alert', 'confirm', 'prompt', 'open', 'print', 'eval']) {
              window[name] = () => window.ran.push(name);
            }
            addEventListener('error', event => window.ran.push('' + event.message));
            addEventListener('securitypolicyviolation', event => window.ran.push(event.violatedDirective));
            """;

    /** The elements of a page and the names of their attributes, without texts and values. */
    private static final String SKELETON = """
            (function of(element) {
              return '<' + element.localName + [...element.getAttributeNames()].sort().map(name => ' ' + name).join('') + '>'
                  + [...element.children].map(of).join('') + '</>';
            })(document.documentElement)
            """;

    private static final String LINKS = """
            [...document.querySelectorAll('*')].flatMap(element => ['href', 'src', 'action', 'data', 'xlink:href']
                .filter(name => element.hasAttribute(name))
                .map(name => new URL(element.getAttribute(name), document.baseURI).href))
            """;

    /** A template with each variable that holds text, at every place that may hold one. */
    private static final String EVERYWHERE = """
            <p title="{{page.title}}" lang='{{page.description}}' class={{page.address}}>{{page.title}}</p>
            <!-- {{page.title}} --><textarea>{{page.title}}</textarea><a href='{{page.href}}'>{{page.path}}</a>
            <svg><title>{{page.title}}</title><text aria-label="{{page.description}}">{{page.title}}</text></svg>
            <script type="application/ld+json">{"url": "{{page.address}}"}</script>
            <title>{{page.title}}</title>
            {{#referrers}}<a href="{{address}}" title='{{host}}'>{{host}}</a>{{/referrers}}
            <i title="{{exclude}}" lang='{{prefix}}'>{{exclude}} {{prefix}} {{period}} {{locale}}</i>
            """;

    private static final String HARMLESS = "z";

    /** The skeletons of harmless pages, by the names of the pages. */
    private static final Map<String, String> HARMLESS_SKELETONS = new HashMap<>();

    @TempDir
    static Path profile;

    private static Chromium browser;

    @TempDir
    Path folder;

    @BeforeAll
    static void startBrowser() throws Exception {
        browser = Chromium.start(profile);
        browser.call("Page.enable", Map.of());
        browser.call("Page.addScriptToEvaluateOnNewDocument", Map.of("source", RECORD_SCRIPTS));
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    static Stream<String> hostile() {
        return Stream.concat(
                HostileText.ALL.stream(),
                Stream.of(
                        "' onerror='alert(1)' x='",
                        "\" autofocus onfocus=\"alert(1)",
                        "{{constructor.constructor('alert(1)')()}}",
                        "vbscript:alert(1)",
                        "x\u2028alert(1)//",
                        "</style><svg onload=alert(1)>",
                        "</textarea><img src=x onerror=alert(1)>"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void runsNoScriptFromTitlesNamesAndReferrers(String hostile) throws Exception {
        var name = hostile.replace("\\", "%5C").replace("//", "/").replaceFirst("^/", "") + ".html";

        var skeleton = renderAndOpen("hostile", page(HostileText.attribute(hostile)), name, hostile);

        assertThat(texts("#everywhere p, #everywhere textarea, #everywhere text, #everywhere a[title], #most-viewed a"))
                .isNotEmpty()
                .containsOnly(hostile);
        assertThat(skeleton).isEqualTo(harmlessSkeleton(name.replaceAll("[^/]+", "x") + ".html"));
    }

    @Test
    void detectsAScriptThatRuns() throws Exception {
        var site = new TestSite(folder).page("a.html", "<script>alert(1)</script><a href=javascript:alert(2)>x</a>");

        browser.open(site.path("site/a.html"));

        assertThat(browser.evaluate("ran").toString()).isEqualTo("[\"alert\"]");
        assertThat(browser.evaluate(LINKS).toString()).isEqualTo("[\"javascript:alert(2)\"]");
        assertThat(browser.evaluate(SKELETON).textValue())
                .isEqualTo("<html><head><script></></><body><a href></></></>");
    }

    @Test
    void showsAHistoryAlsoToScreenReaders() throws Exception {
        var site = new TestSite(folder)
                .page("a.html", "<meta charset=utf-8><div data-pagetrack=history data-period=3d data-by=day></div>")
                .views("a.html", 7)
                .month("2024-03", "a.html", 0, 0, 0, 0, 0, 0, 0, 5, 0, 2);
        site.render();

        browser.open(site.path("site/a.html"));

        var heights = browser.evaluate("[...document.querySelectorAll('rect')].map(bar => bar.getBBox().height)");
        assertThat(heights.toString()).isEqualTo("[40,0,16]");
        assertThat(browser.evaluate("document.querySelector('svg').getBoundingClientRect().width > 1")
                        .booleanValue())
                .isTrue();
        assertThat(browser.accessibilityTree())
                .contains(
                        "image Views by day, 2024-03-08 to 2024-03-10",
                        "table Views by day",
                        "columnheader views",
                        "rowheader 2024-03-08",
                        "cell 5");
    }

    /** A page with all widgets, in each kind of marker, and with the value in each parameter that accepts any text. */
    private String page(String value) {
        var page = new StringBuilder(
                        "<!doctype html><html><head><meta charset=utf-8><meta property=og:title content=\"")
                .append(value)
                .append("\"><meta name=description content=\"")
                .append(value)
                .append("\"><!-- pagetrack counter-jsonld --><!-- /pagetrack --></head><body>\n");
        for (var widget : widgets()) {
            page.append("<div id=%s data-pagetrack=%s></div>\n<ol data-pagetrack=%s></ol>\n"
                    .formatted(widget, widget, widget));
            page.append("<!-- pagetrack %s --><!-- /pagetrack -->\n".formatted(widget));
            page.append("<div data-pagetrack=%s data-exclude=\"%s\"></div>\n".formatted(widget, value));
            page.append("<div data-pagetrack=%s data-prefix=\"no %s\"></div>\n".formatted(widget, value));
        }
        return page.append("<b id=end>end</b></body></html>").toString();
    }

    private List<String> widgets() {
        var names = WidgetTemplates.in(folder.resolve("none"), false).names();
        return Stream.concat(names.stream(), Stream.of("everywhere")).toList();
    }

    /** The skeleton of a page of that name with harmless texts. */
    private String harmlessSkeleton(String name) throws Exception {
        var known = HARMLESS_SKELETONS.get(name);
        if (known == null) {
            known = renderAndOpen("harmless", page(HARMLESS), name, HARMLESS);
            HARMLESS_SKELETONS.put(name, known);
        }
        return known;
    }

    /**
     * Renders a site of two such pages, both with a referrer, and opens the first in the browser. Returns its skeleton.
     */
    private String renderAndOpen(String folderName, String html, String name, String referrer) throws Exception {
        var site = new TestSite(folder.resolve(folderName))
                .url("https://example.com/")
                .template("everywhere.mustache", EVERYWHERE);
        for (var page : List.of(name, "other/y.html")) {
            var path = SitePaths.ofFile(page);
            int views = page.equals(name) ? 8 : 7; // so that the page is first in lists, whatever its name
            site.page(page, html)
                    .views(path, views)
                    .month("2024-03", path, views)
                    .referrer("2024-03", path, referrer, views);
        }
        // A title that most pages share is no title.
        List.of("a", "b", "c", "d")
                .forEach(other -> site.page(other + ".html", "<meta property=og:title content=" + other + ">"));
        site.render();
        browser.open(site.path("site/" + name));
        assertThat(browser.evaluate("ran")).isEmpty();
        assertThat(browser.evaluate(LINKS))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(link.textValue()).startsWith("file://"));
        assertLinkedData();
        return browser.evaluate(SKELETON).textValue();
    }

    private static void assertLinkedData() throws Exception {
        for (var data : texts("script")) {
            assertThat(new ObjectMapper().readTree(data).get("url").textValue()).startsWith("https://example.com/");
        }
    }

    private static List<String> texts(String selector) throws Exception {
        var texts =
                browser.evaluate("[...document.querySelectorAll('" + selector + "')].map(some => some.textContent)");
        return Stream.iterate(0, i -> i < texts.size(), i -> i + 1)
                .map(texts::get)
                .map(JsonNode::textValue)
                .collect(Collectors.toList());
    }
}
