package dev.pagetrack.render.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.render.scan.ArticleSigns.Sign;
import dev.pagetrack.render.site.PageRules;
import dev.pagetrack.render.testing.TestSite;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticlesTest {

    private static final String POST = "<title>%1$s</title><h1>%1$s</h1><article><time>2026</time></article>";
    private static final String PAGE = "<title>%1$s</title><meta property=og:type content=article><h1>%1$s</h1>";

    @TempDir
    Path folder;

    private TestSite site;

    @BeforeEach
    void makeSite() {
        site = new TestSite(folder);
        for (var name : List.of("post/a/", "post/b/", "", "post/", "post/page/2/", "tags/x/", "de/", "de/c/")) {
            site.page(name + "index.html", POST.formatted("P-" + name)).views(name.isEmpty() ? "/" : name, 10);
        }
        site.page("about.html", PAGE.formatted("About")).views("about.html", 99);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CLEAR  | <script type=application/ld+json>{'@type':'BlogPosting','author':{'@type':'Person'}}</script>",
                "CLEAR  | <script type=application/ld+json>{'@graph':[{'@type':'WebSite'},{'@type':['Article']}]}</script>",
                "CLEAR  | <script type=application/ld+json>[{'@type':'https://schema.org/NewsArticle'}]</script>",
                "NONE   | <script type=application/ld+json>{'@type':'Blog','blogPost':[{'@type':'BlogPosting'}]}</script>",
                "NONE   | <script type=application/ld+json>{'@type':'WebPage'}</script>",
                "NONE   | <script type=application/ld+json>{'@type':'Article'</script>",
                "NONE   | <script>{'@type':'BlogPosting'}</script>",
                "CLEAR  | <article itemscope itemtype=http://schema.org/BlogPosting><h1>x</h1></article>",
                "NONE   | <div itemscope itemtype=https://schema.org/Blog><p itemprop=blogPost itemscope itemtype=https://schema.org/BlogPosting></div>",
                "NONE   | <p itemscope itemtype=https://schema.org/Article><p itemscope itemtype=https://schema.org/Article>",
                "CLEAR  | <meta property=og:type content=article><meta property=article:published_time content=2026-01-01>",
                "NONE   | <meta property=og:type content=article>",
                "NONE   | <meta property=article:published_time content=2026-01-01>",
                "LIKELY | <article><header><time>1 May</time></header></article><time>now</time>",
                "NONE   | <article><time>1 May</time><time>2 May</time></article>",
                "NONE   | <article><time>1 May</time></article><article><time>2 May</time></article>",
                "NONE   | <article>x</article><time>1 May</time>",
                "CLEAR  | <html class='docs-wrapper blog-wrapper blog-post-page'>",
                "CLEAR  | <div class=h-entry><div class=e-content>x</div></div>",
                "NONE   | <div class=h-entry></div><div class=h-entry></div>",
            })
    void tellsArticlesByWhatTheySayOfThemselves(Sign sign, String html) {
        assertThat(ArticleSigns.of(html.replace('\'', '"').getBytes(UTF_8))).isEqualTo(sign);
    }

    @Test
    void listsRanksAndSumsCanBeOfArticlesOnly() {
        site.views("post/a/", 30);
        site.page(
                "z.html",
                "<title>z</title><ol data-pagetrack=most-viewed data-only=articles></ol>"
                        + "<i data-pagetrack=site-views data-only=articles></i>"
                        + "<b data-pagetrack=rank data-only=articles data-page=post/b/></b>"
                        + "<u data-pagetrack=rank data-only=articles data-page=about.html></u>"
                        + "<s data-pagetrack=trending data-only=articles data-period=30d></s>");
        site.render();

        assertThat(site.read("z.html"))
                .contains(">P-post/a/<", ">P-post/b/<", ">P-de/c/<")
                .doesNotContain(">P-<", ">P-post/<", "page/2", "tags", ">P-de/<", "About")
                .contains(">50</i>", ">3</b>", ">–</u>");
    }

    @Test
    void theUserMayNameThem() {
        site.page("post/c.html", PAGE.formatted("C")).views("post/c.html", 1).rules(rules("/post/**", "about.html"));
        site.page("z.html", "<title>z</title><ol data-pagetrack=most-viewed data-only=articles data-limit=9></ol>");
        site.render();

        assertThat(site.read("z.html").replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "))
                .isEqualTo(" z About 99 P-post/a/ 10 P-post/b/ 10 C 1 ");
    }

    @Test
    void anEmptyListSaysWhy() {
        site.page("n.html", "<title>n</title><meta name=robots content=noindex>")
                .views("n.html", 5);
        site.page(
                "z.html",
                "<title>z</title><ol data-pagetrack=most-viewed data-prefix=blog/></ol>"
                        + "<ol data-pagetrack=most-viewed data-prefix=post/ data-exclude=post/**></ol>"
                        + "<ol data-pagetrack=most-viewed data-prefix=n.html></ol>"
                        + "<ol data-pagetrack=most-viewed data-prefix=about></ol>"
                        + "<ol data-pagetrack=most-viewed data-prefix=de/ data-period=30d></ol>"
                        + "<ol data-pagetrack=most-viewed data-prefix=tags/ data-only=articles></ol>"
                        + "<ol data-pagetrack=most-viewed></ol>");
        site.rules(new PageRules(Map.of(), false, List.of("about.html")));

        var warnings = site.render().warnings();
        assertThat(warnings)
                .containsExactly(
                        "most-viewed period=\"30d\" prefix=\"de/\" is empty: none of its pages has a view in that period.",
                        "most-viewed prefix=\"about\" is empty: all pages that have views are unlisted"
                                + " (pagetrack.unlisted).",
                        "most-viewed prefix=\"blog/\" is empty: no page of the site is below that prefix, which begins"
                                + " below the address of the site.",
                        "most-viewed prefix=\"n.html\" is empty: all pages that have views are noindex, unlisted,"
                                + " redirects, error pages or no documents.",
                        "most-viewed prefix=\"post/\" exclude=\"post/**\" is empty: all pages below the prefix are"
                                + " excluded.",
                        "most-viewed prefix=\"tags/\" only=\"articles\" is empty: no page that has views shows that it is"
                                + " an article; name the articles with <articles> (pagetrack.articles), such as blog/**.");
        assertThat(site.render().warnings()).isEqualTo(warnings); // from the record
    }

    @Test
    void wordsLikeOnlyBelongToTheTheme() {
        site.page("z.html", "<i data-pagetrack=views data-once=1 data-on=1 data-onl=1 data-oily=1 data-onlye=1></i>")
                .views("z.html", 7);
        site.render();
        assertThat(site.read("z.html")).contains(">7</i>");
    }

    private static PageRules rules(String... articles) {
        return new PageRules(Map.of(), false, List.of(), List.of(articles));
    }
}
