package dev.pagetrack.render.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.render.SiteCheck;
import dev.pagetrack.render.site.PageRules;
import dev.pagetrack.render.site.RenderException;
import dev.pagetrack.render.site.SiteRoot;
import dev.pagetrack.render.testing.TestSite;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages with views that the site no longer has are named, with the alias that would save their views. */
class LostPagesTest {

    private static final String PAGE = "<h1>A</h1><i data-pagetrack=views>–</i>";

    @TempDir
    Path folder;

    private TestSite site;

    @BeforeEach
    void makeSite() {
        site = new TestSite(folder);
        for (var page : List.of("index.html", "about/index.html", "blog/my-post/index.html", "page/2/index.html")) {
            site.page(page, PAGE).views(page.replace("index.html", "").replaceFirst("^$", "/"), 7);
        }
        site.page("blog/x1/index.html", "<title>Café &amp; crème: a story</title>" + PAGE.replace("A", ""))
                .page("en/twin/index.html", PAGE)
                .page("de/twin/index.html", PAGE);
    }

    @ParameterizedTest
    @CsvSource({
        "2019/04/my-post.html, /2019/04/my-post.html /blog/my-post/",
        "2019-04-02-my-post/, /2019-04-02-my-post/ /blog/my-post/",
        "Blog/My_Post, /Blog/My_Post /blog/my-post/",
        "old/de/twin/, /old/de/twin/ /de/twin/",
        "posts/cafe-creme-a-story/, /posts/cafe-creme-a-story/ /blog/x1/",
        "a b/about, /a%20b/about /about/",
        "twin/, ",
        "posts/page/2/, ",
        "gone.html, ",
    })
    void findsTheAliasOfAPage(String lost, String alias) {
        site.views(lost, 120);
        var figures = site.read((asOf, totals) -> Set.of());

        var found = SiteCheck.of(new SiteRoot(folder.resolve("site"), Optional.empty()), PageRules.NONE, figures)
                .lostPages();

        assertThat(found)
                .singleElement()
                .hasToString(lost + " (120 views" + (alias == null ? "" : ", alias: " + alias) + ")");
        if (alias != null && !lost.contains(" ")) {
            var pair = alias.split(" ", -1);
            site.rules(new PageRules(Map.of(lost, pair[1].substring(1)), false, List.of()));
            assertThat(site.render().warnings()).isEmpty();
        }
    }

    @Test
    void warnsAboutThoseThatWereReadMostViewedFirst() {
        site.views("my-post/", 100).views("gone/", 3000).views("b/", 1).views("c/", 1);

        var report = site.render();
        assertThat(report.warnings())
                .containsExactly("The site no longer has 4 pages with 3,102 views in the table: gone/ (3,000 views),"
                        + " my-post/ (100 views, alias: /my-post/ /blog/my-post/), b/ (1 view) and 1 more. Add an alias"
                        + " to <aliases> (pagetrack.aliases) for each page that has moved; pagetrack:doctor lists them"
                        + " all.");
        assertThat(report.notes()).isEmpty();
        assertThat(site.render().warnings()).isEqualTo(report.warnings());
    }

    @Test
    void mentionsThoseThatWereHardlyRead() {
        site.views("gone/", 99);

        var report = site.render();
        assertThat(report.warnings()).isEmpty();
        assertThat(report.notes())
                .singleElement()
                .asString()
                .startsWith("The site no longer has 1 page with 99 views in the table: gone/ (99 views). Add");
        assertThat(site.render().notes()).isEqualTo(report.notes());
    }

    @Test
    void failsBeforeAPageChangesIfAsked() {
        site.views("gone/", 9).views("away/", 8).matching(new MatchRules(false, true, 9));

        assertThatThrownBy(site::render)
                .isInstanceOf(RenderException.class)
                .hasMessage("The site no longer has 1 page with 9 views in the table: gone/ (9 views). The build fails"
                        + " because <lostPages> (pagetrack.lostPages) is fail and each of them has at least 9 views"
                        + " (pagetrack.lostPagesViews): restore the page, or add an alias for it to <aliases>"
                        + " (pagetrack.aliases).");
        assertThat(site.read("index.html")).isEqualTo(PAGE);
        site.matching(new MatchRules(false, true, 10));
        assertThat(site.render().warnings()).isEmpty();
    }
}
