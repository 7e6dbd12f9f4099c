package dev.pagetrack.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.render.testing.TestSite;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hashes of pages in other files of the site do not match any more when pages have changed. */
class StaleHashesTest {

    private static final String VIEWS = "<b data-pagetrack=views></b>";

    @TempDir
    Path folder;

    private TestSite site;

    @BeforeEach
    void makeSite() {
        site = new TestSite(folder)
                .page("index.html", VIEWS)
                .page("blog/a/index.html", VIEWS)
                .page("blog/b.html", VIEWS)
                .page("plain.html", "no marker");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "precacheAndRoute([{\"url\":\"blog/b.html\",\"revision\":\"d41d8\"},{\"url\":\"a.js\",\"revision\":null}],{})",
                "e.precacheAndRoute([{url:\"blog/b.html\",revision:\"d41d8\"}])",
                "[{'revision': 'd41d8', 'url': '/blog/b.html'}]",
                "[{url:`blog/b.html`,revision:`d41d8`}]",
                "[{\"revision\":\"d41d8\",\"url\":\"https:\\/\\/example.com\\/blog\\/b\"}]",
                "var precacheConfig=[[\"/blog/b.html\",\"0123456789abcdef0123456789abcdef\"],[\"/plain.html\",\"x\"]];",
            })
    void namesPagesThatAServiceWorkerListsWithTheirHashes(String script) {
        site.page("sw.js", script);

        assertThat(site.render().warnings()).containsExactly(precache("sw.js", "blog/b.html"));
        assertThat(site.render().warnings()).isEmpty(); // no page changed
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{url:\"blog/b.html\",revision:null}]",
                "[{url:\"plain.html\",revision:\"d41d8\"}]",
                "[{url:\"https://example.org/blog/b.html\",revision:\"d41d8\"},{url:\"::\",revision:\"d41d8\"}]",
                "fetch({url:\"blog/b.html\"})",
                "importScripts('workbox.js')",
            })
    void isSilentAboutListsWithoutHashesOfChangedPages(String script) {
        site.url("https://example.com").page("sw.js", script);

        assertThat(site.render().warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "service-worker.js, true",
        "ServiceWorker.js, true",
        "my-sw.js, true",
        "sw.1a2b.mjs, true",
        "precache-manifest.1a2b.js, true",
        "swiper.js, false",
        "answer.js, false",
        "sw.js.map, false"
    })
    void knowsServiceWorkersByTheirNames(String name, boolean worker) {
        site.page(name, "[{url:\"/\",revision:\"d41d8\"}]");

        assertThat(site.render().warnings()).hasSize(worker ? 1 : 0);
    }

    @Test
    void resolvesAddressesByTheScriptAndThePathOfTheSite() {
        site.url("https://example.com/docs/")
                .page(
                        "blog/sw.js",
                        "[{url:\"b.html\",revision:\"1\"},{url:\"/docs/blog/a/\",revision:\"1\"},{url:\"../\",revision:\"1\"},"
                                + "{url:\"/plain.html\",revision:\"1\"}]")
                .page("ngsw.json", "{\"hashTable\": {\"/docs/index.html\": \"" + "0a".repeat(20) + "\"}}");

        assertThat(site.render().warnings())
                .containsExactly(
                        precache("blog/sw.js", "blog/a/index.html, blog/b.html, index.html"),
                        precache("ngsw.json", "index.html"));
    }

    @Test
    void namesPagesWhoseIntegrityAnotherPageKnows() {
        site.page(
                "plain.html",
                "<link rel=stylesheet href=a.css integrity=sha256-x><!-- <a href=index.html integrity=sha256-x> -->"
                        + "<link rel=preload as=fetch crossorigin href='blog/b.html?x' INTEGRITY='sha384-x'>");

        assertThat(site.render().warnings())
                .containsExactly("The integrity attributes of links no longer match these pages, so browsers refuse to"
                        + " load them by these links; compute the attributes after rendering, or leave them out for"
                        + " pages: blog/b.html (in plain.html)");
        assertThat(site.render().warnings()).isEmpty();
        site.views("blog/b.html", 7);
        assertThat(site.render().warnings()).hasSize(1); // although plain.html has not changed
    }

    @Test
    void isSilentAboutTheIntegrityOfScriptsAndStyleSheets() {
        site.page(
                "index.html",
                VIEWS
                        + "<link rel=stylesheet href=a.css integrity=sha256-x><script src=a.js integrity=sha256-x></script>"
                        + "<p title=integrity>integrity</p><i integrity=sha256-x></i>");

        assertThat(site.render().warnings()).isEmpty();
    }

    private String precache(String script, String pages) {
        return site.path("site/" + script) + " lists pages with a hash of what they were before the rendering, so"
                + " browsers that have stored them may keep the old numbers; generate it after rendering, or leave pages"
                + " out of its list: " + pages;
    }
}
