package dev.pagetrack.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.render.marker.InjectRule;
import dev.pagetrack.render.testing.TestSite;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A sample of the places that {@code PlacesOracleTest} tries, in a real browser. */
@DisabledOnOs(OS.WINDOWS)
class BrowserPlacesTest {

    /** Takes what is between the comments of an injected widget out of the page, with the comments, and returns it. */
    private static final String TAKE_WIDGET = """
            (function() {
              const walker = document.createTreeWalker(document);
              const nodes = [];
              while (walker.nextNode()) nodes.push(walker.currentNode);
              const comment = text => nodes.findIndex(node => node.nodeType === 8 && node.data.startsWith(text));
              const from = comment(' pagetrack '), to = comment(' /pagetrack ');
              if (from < 0 || to < from) return 'no widget';
              const widget = [];
              for (const node of nodes.slice(from + 1, to)) {
                if (!node.contains(nodes[to]) && !widget.some(outer => outer.contains(node))) widget.push(node);
              }
              [...widget, nodes[from], nodes[to]].forEach(node => node.remove());
              document.normalize();
              return widget.map(node => node.outerHTML || node.data).join('');
            })()
            """;

    private static final String DOCUMENT = "document.documentElement.outerHTML";

    @TempDir
    static Path profile;

    private static Chromium browser;

    @TempDir
    Path folder;

    @BeforeAll
    static void startBrowser() throws Exception {
        browser = Chromium.start(profile);
        browser.call("Page.enable", Map.of());
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "after | views | <p>a <b id=x>b</b> c</p>",
                "append | views | <p id=x>a<p>b",
                "before | views | <h1>a <span id=x>b</span></h1>",
                "append | most-viewed | <div id=x>a</div>",
                "after | most-viewed | <p id=x>a</p>b",
                "prepend | most-viewed | <section id=x><h2>a</h2></section>",
                "append | most-viewed | <ul><li id=x>a</li><li>b</li></ul>",
                "append | history | <dl><dt>a<dd id=x>b</dd></dl>",
                "append | history | <table><tr><td id=x>a</td><td>b</td></tr></table>",
                "append | views | <table><caption id=x>a</caption><tr><td>b</table>",
                "before | most-viewed | <div><table id=x><tr><td>a</table></div>",
                "after | history | <table id=x><tr><td>a</td></tr></table>",
                "append | views | <details><summary id=x>a</summary>b</details>",
                "after | views | <ruby>a<rt><i id=x>b</i></rt></ruby>",
                "append | most-viewed | <svg><foreignObject id=x><p>a</p></foreignObject></svg>",
                "after | history | <svg id=x><path d='M0 0'/></svg>",
                "after | most-viewed | <template id=x><tr><td>a</td></tr></template>",
                "before | counter-jsonld | <script id=x></script>",
                "append | live-views | <button id=x>a</button>",
                "append | views | <pre id=x>a</pre>",
                "after | views | <p>a<br id=x>b</p>",
                "after | views | <p>a<input id=x>b</p>",
                "append | counter-jsonld | <main id=x></main>",
            })
    void theBrowserFindsTheWidgetAndTheRestOfThePageAsItWas(String position, String widget, String fragment)
            throws Exception {
        compare(
                "#x",
                position,
                widget,
                "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>T</title></head><body class=b>"
                        + fragment + "</body></html>");
    }

    static Stream<Arguments> pages() {
        return Stream.of(
                Arguments.of("head", "counter-jsonld", "<!DOCTYPE html><html><head><title>T</title></head><body>a"),
                Arguments.of(
                        "head",
                        "counter-jsonld",
                        "<!DOCTYPE html><head><title>T</title><noscript><img></noscript></head><body>a"),
                Arguments.of("body", "most-viewed", "<!DOCTYPE html><title>T</title><body><p>a"),
                Arguments.of("body", "history", "<!DOCTYPE html><html><body><p>a</p></body></html>"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theBrowserFindsTheWidgetAtTheEndOfTheHeadOrBody(String element, String widget, String page) throws Exception {
        compare(element, "append", widget, page);
    }

    /** The comparison notices a widget that a browser moves. */
    @Test
    void noticesAWidgetThatIsMoved() throws Exception {
        var site = new TestSite(folder)
                .page("a.html", "<table><tr><!-- pagetrack views --><b>7</b><!-- /pagetrack --><td>a</table>");

        browser.open(site.path("site/a.html"));

        assertThat(browser.evaluate(TAKE_WIDGET).textValue()).isEmpty();
        assertThat(browser.evaluate(DOCUMENT).textValue()).contains("<b>7</b><table>");
    }

    private void compare(String selector, String position, String widget, String page) throws Exception {
        var site = new TestSite(folder)
                .page("before/a.html", page)
                .page("a.html", page)
                .views("a.html", 7)
                .month("2024-03", "a.html", 7)
                .injects(new InjectRule(selector, position, widget, Map.of(), List.of("a.html"), List.of()));
        site.render();
        browser.open(site.path("site/before/a.html"));
        var before = browser.evaluate("document.normalize()," + DOCUMENT).textValue();

        browser.open(site.path("site/a.html"));

        assertThat(browser.evaluate(TAKE_WIDGET).textValue()).isNotBlank().isNotEqualTo("no widget");
        assertThat(browser.evaluate(DOCUMENT).textValue()).isEqualTo(before);
    }
}
