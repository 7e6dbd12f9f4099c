package dev.pagetrack.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.render.testing.TestSite;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts of a site may remove what stands in a page, or change its address without loading it anew. */
class ScriptedPagesTest {

    private static final String VIEWS = "<b data-pagetrack=views></b>";
    private static final String LIST = "<ol data-pagetrack=most-viewed></ol>";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div id=\"__docusaurus\">@</div><script src=/main.js></script>",
                "<div id=\"___gatsby\"><div><div></div>@</div></div><script src=/app.js></script>",
                "<div id=\"__next\">@</div><script id=__NEXT_DATA__ type=application/json>{}</script>",
                "<div id=\"__nuxt\">@</div><script id=__NUXT_DATA__ type=application/json>[]</script>",
                "<div id=\"__nuxt\">@</div><script>window.__NUXT__={}</script>",
                "<div id=\"app\">@</div><script>window.__VP_HASH_MAP__=JSON.parse('{}')</script>",
                "<div id=\"app\"><!--[--><div>@</div><!--]--></div><script type=module src=/app.js></script>",
                "<main data-server-rendered>@</main><script src=/app.js></script>",
                "<div data-reactroot>@</div><script src=/app.js></script>",
            })
    void warnsOnceAboutFiguresThatAScriptRemoves(String body) {
        var page = body.replace("@", "<p>" + VIEWS + "</p>");
        var site = new TestSite(folder)
                .page("a.html", page)
                .page("b.html", page)
                .page("outside.html", body + VIEWS)
                .views("a.html", 7);
        var container = body.substring(0, body.indexOf('>') + 1);
        var warning =
                "2 pages have markers inside " + container + ", such as a.html. A script builds the content of this"
                        + " element anew in the browser, so the figures vanish: place them outside of the element, or let a"
                        + " component of the theme show them from the file of pagetrack:fetch or from the statistics API.";

        assertThat(site.render().warnings()).containsExactly(warning);
        assertThat(site.render().warnings()).containsExactly(warning);
    }

    @Test
    void warnsAboutTheWholeBodyOfTheAppRouterOfNext() {
        var site = new TestSite(folder)
                .page("a.html", "<body><div>" + VIEWS + "</div><script>self.__next_f.push([1,''])</script></body>")
                .views("a.html", 7);

        assertThat(site.render().warnings())
                .singleElement()
                .asString()
                .startsWith("1 page has markers inside <body>, such as a.html.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div id=app>@</div><script src=/a.js></script>",
                "<div id=__next>@</div>",
                "<div id=__docusaurus>@</div>",
                "<div id=__docusaurus></div>@<script src=/a.js></script>",
                "<div id=__docusaurus><div></div></div><div>@</div><script src=/a.js></script>",
                "<!-- <div id=__docusaurus> -->@<script src=/a.js></script>",
                "<p title='<div id=__docusaurus>'>@</p><script src=/a.js></script>",
            })
    void isSilentAboutOtherPages(String body) {
        var site = new TestSite(folder).page("a.html", body.replace("@", VIEWS)).views("a.html", 7);

        assertThat(site.render().warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script id=\"__config\" type=\"application/json\">{\"features\": [\"navigation.instant\"]}</script>",
                "<script src=/js/turbo.es2017-umd.js></script>",
                "<script src=https://cdn.example.com/npm/@hotwired/turbo@8/turbo.min.js></script>",
                "<script src='/jquery.pjax.js?v=1'></script>",
                "<script src=swup.umd.js></script>",
                "<nav data-turbo-permanent id=n></nav>",
                "<body hx-boost=true>",
                "<meta name=astro-view-transitions-enabled content=true>",
                "<div id=__docusaurus></div><script src=/main.js></script>",
            })
    void beginsLinksAtTheRootWherePagesAreSwappedInPlace(String sign) {
        var site = new TestSite(folder)
                .page("blog/a.html", "<title>A</title>" + sign + LIST)
                .views("blog/a.html", 7);
        assertThat(site.render().warnings())
                .containsExactly(
                        "Scripts of this site swap parts of pages in place, as in blog/a.html, so links of lists"
                                + " should begin at the root: set <siteUrl> (pagetrack.siteUrl), or set <rootLinks>"
                                + " (pagetrack.rootLinks) to true or false.");
        assertThat(site.read("blog/a.html")).contains("href=\"a.html\"");

        assertThat(site.rootLinks(RootLinks.NEVER).render().warnings()).isEmpty();
        assertThat(site.read("blog/a.html")).contains("href=\"a.html\"");

        assertThat(site.rootLinks(RootLinks.DETECTED)
                        .url("https://example.com")
                        .render()
                        .warnings())
                .isEmpty();
        assertThat(site.read("blog/a.html")).contains("href=\"/blog/a.html\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script id=\"__config\" type=\"application/json\">{\"features\": [\"navigation.tabs\"]}</script>",
                "<script>var feature = \"navigation.instant\"</script>",
                "<script src=/turbocharged/main.js></script>",
                "<body data-turbo=false>",
                "<code>data-turbo-permanent</code>",
            })
    void keepsRelativeLinksElsewhere(String sign) {
        var site = new TestSite(folder)
                .url("https://example.com")
                .page("blog/a.html", "<title>A</title>" + sign + LIST)
                .views("blog/a.html", 7);

        assertThat(site.render().warnings()).isEmpty();
        assertThat(site.read("blog/a.html")).contains("href=\"a.html\"");

        site.rootLinks(RootLinks.ALWAYS).render();
        assertThat(site.read("blog/a.html")).contains("href=\"/blog/a.html\"");
    }
}
