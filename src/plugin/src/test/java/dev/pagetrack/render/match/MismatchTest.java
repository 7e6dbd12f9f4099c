package dev.pagetrack.render.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.render.site.PageRules;
import dev.pagetrack.render.site.RenderException;
import dev.pagetrack.render.testing.TestSite;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table with views of which hardly any belong to the site's pages is a warning, with the setting that is wrong. */
class MismatchTest {

    private static final String PAGE = "<h1>A</h1><i data-pagetrack=views>–</i>";

    @TempDir
    Path folder;

    private TestSite site;

    @BeforeEach
    void makeSite() {
        site = new TestSite(folder)
                .page("index.html", PAGE)
                .page("about/index.html", PAGE)
                .page("post/a/index.html", PAGE)
                .page("post/b.html", PAGE);
    }

    @Test
    void namesTheSiteUrlIfTheTableHasAPath() {
        site.views("blog/", 3).views("blog/about/", 2).views("blog/post/a/", 9).views("blog/post/b", 1);

        assertThat(site.render().warnings())
                .containsExactly(
                        "No page of the site has a view in the table, but the table has 15 views of 4 other page"
                                + " paths: blog/post/a/, blog/, blog/about/, …. In the table, the paths of the site begin with"
                                + " blog/: set <siteUrl> (pagetrack.siteUrl) to the address of the site, such as"
                                + " https://example.com/blog/.");
        assertThat(site.read("index.html")).contains(">0<");
        assertThat(site.render().warnings()).hasSize(1); // also from the record
        assertThat(site.url("https://example.com/blog/").render().warnings()).isEmpty();
        assertThat(site.read("index.html")).contains(">3<");
    }

    /** The host's own home page has views, too, and so one page of this site seems to have some. */
    @Test
    void namesItAlsoIfTheHomePageOfTheHostHasViews() {
        site.url("https://blog.example.org:8443")
                .views("/", 50)
                .views("a b/about/", 2)
                .views("a b/post/a/", 9);

        assertThat(site.render().warnings())
                .singleElement()
                .asString()
                .startsWith(
                        "Only 1 of 4 pages of the site has views in the table, but the table has 11 views of 2 other"
                                + " page paths: ")
                .endsWith("set <siteUrl> (pagetrack.siteUrl) to https://blog.example.org:8443/a%20b/.");
    }

    @Test
    void namesAPathThatIsTooMuch() {
        site.url("https://example.com/blog/").views("/", 1).views("post/a/", 3).views("post/b.html", 3);

        assertThat(site.render().warnings())
                .singleElement()
                .asString()
                .endsWith("The paths in the table do not begin with blog/: set <siteUrl> (pagetrack.siteUrl) to"
                        + " https://example.com/.");
    }

    @Test
    void namesAnotherCase() {
        site.views("About/", 1).views("Post/A/", 3).views("POST/B.html", 3);

        assertThat(site.render().warnings())
                .singleElement()
                .asString()
                .contains(
                        "(About/ in the table, about/ in the site): set <ignoreCase> (pagetrack.ignoreCase) to true.");
        site.rules(new PageRules(Map.of(), true, List.of()));
        assertThat(site.render().warnings()).isEmpty();
    }

    @Test
    void namesTheSiteIdIfNothingElseExplainsIt() {
        site.views("shop/cart", 1).views("shop/", 3);

        assertThat(site.render().warnings())
                .singleElement()
                .asString()
                .startsWith("No page of the site has a view in the table, but the table has 4 views of 2 other page"
                        + " paths: shop/, shop/cart. They may be the pages of another site: check <siteId>");
    }

    @Test
    void failsBeforeAPageChangesIfAsked() {
        site.views("blog/post/a/", 9).matching(new MatchRules(true, false, 100));

        assertThatThrownBy(site::render)
                .isInstanceOf(RenderException.class)
                .hasMessageStartingWith("No page of the site has a view in the table")
                .hasMessageEndingWith("because <onUnavailable> (pagetrack.onUnavailable) is fail.");
        assertThat(site.read("index.html")).isEqualTo(PAGE);
    }

    @Test
    void aYoungSiteAndOneWithManyOldPagesAreRight() {
        site.views("about/", 1);
        assertThat(site.render().warnings()).isEmpty();

        for (int i = 0; i < 30; i++) {
            site.views("old/" + i + ".html", 5);
        }
        assertThat(site.views("/", 4).render().warnings()).isEmpty();
    }

    /** Two sites below one host share a table: the other one's views are no business of this one. */
    @Test
    void anotherSiteBelowTheSameHostIsRight() {
        site.url("https://example.com/blog/").views("blog/post/a/", 3).views("blog/", 1);
        for (int i = 0; i < 300; i++) {
            site.views("docs/" + i + ".html", 500);
        }
        var report = site.render();
        assertThat(report.warnings()).isEmpty();
        assertThat(report.notes()).isEmpty();
    }

    @Test
    void patternsMeanTheSameBelowAPath() {
        site.page("drafts/x.html", PAGE)
                .page(
                        "list.html",
                        "<ol data-pagetrack=most-viewed data-prefix=/post/ data-exclude=post/b*></ol>"
                                + "<ol data-pagetrack=most-viewed data-exclude='/,list.html'></ol>"
                                + "<i data-pagetrack=views data-page=post/a/></i>")
                .rules(new PageRules(Map.of(), false, List.of("drafts/**")));
        for (var page : List.of("", "post/a/", "post/b.html", "about/", "drafts/x.html")) {
            site.views(page.isEmpty() ? "/" : page, 1).views("blog/" + page, 1);
        }
        site.render();
        var without = site.read("list.html");
        assertThat(without)
                .contains("href=\"post/a/\"")
                .doesNotContain("drafts")
                .contains(">1</i>");

        site.url("https://example.com/blog").render();
        assertThat(site.read("list.html").replace(">blog/", ">")).isEqualTo(without); // the pages have no titles
    }
}
