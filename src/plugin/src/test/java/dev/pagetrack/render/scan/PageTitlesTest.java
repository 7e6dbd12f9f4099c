package dev.pagetrack.render.scan;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.render.site.PageRules;
import dev.pagetrack.render.testing.TestSite;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The titles in lists tell pages apart. Sites of generators, written by hand after their patterns. */
class PageTitlesTest {

    private static final Pattern ITEM = Pattern.compile("<li><a href=\"[^\"]*\"[^>]*>(?:<bdi>)?(.*?)(?:</bdi>)?</a>");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "A | Site; B - C | Site; Site; A, B - C",
                "A – My Site | Co; B – My Site | Co; C – My Site | Co; A, B, C",
                "A | Site; B | Site; C; A, B, C",
                "A :: Site; B :: Site; C :: Site; A, B, C",
                "A\u00A0· Site; B\u00A0· Site; C\u00A0· Site; A, B, C",
                "A » Site; B » Site; C » Site; A, B, C",
                "A › Site; B › Site; C › Site; A, B, C",
                "A @ Site; B @ Site; C @ Site; A, B, C",
                "甲｜站; 乙｜站; 丙｜站; 甲, 乙, 丙",
                "甲：站; 乙：站; 丙：站; 甲, 乙, 丙",
                "Site: A; Site: B; Site: C; A, B, C",
                "Site | A; Site | B; Site | C; A, B, C",
                "A — Docs | Site; B — Docs | Site; C — Blog | Site; A, B, C — Blog",
                "A | X; B | Y; Well-known; A | X, B | Y, Well-known",
                "A - B; C - D; E; A - B, C - D, E",
            })
    void leavesOutWhatTitlesShare(String a, String b, String c, String expected) {
        var site = new TestSite(folder);
        var titles = List.of(a, b, c);
        for (int i = 0; i < titles.size(); i++) {
            site.page(i + ".html", "<title>" + titles.get(i) + "</title><p>x");
            site.page("og" + i + ".html", "<!doctype html><meta property=og:title content='" + titles.get(i) + "'>");
        }

        assertThat(listed(site, "0.html", "1.html", "2.html").replace(", 2.html", ""))
                .isEqualTo(expected);
        assertThat(listed(site, "og0.html", "og1.html", "og2.html").replace(", og2.html", ""))
                .isEqualTo(expected);
    }

    /** As mdBook and Octopress write it. */
    @Test
    void aHeadingThatMostPagesShareIsNoTitle() {
        var site = new TestSite(folder).page("index.html", "<title>Home</title><h1>Home</h1>");
        for (int i = 0; i < 4; i++) {
            site.page("p" + i + ".html", "<title>Post " + i + " - My Book</title><header><h1>My Book</h1></header>");
        }
        assertThat(listed(site, "/", "p0.html", "p1.html", "p2.html", "p3.html"))
                .isEqualTo("Home, Post 0, Post 1, Post 2, Post 3");
    }

    @Test
    void anOpenGraphTitleThatMostPagesShareIsNone() {
        var site = new TestSite(folder);
        for (int i = 0; i < 4; i++) {
            site.page(i + ".html", "<meta property=og:title content=Blog><title>Blog</title><h1>Post " + i + "</h1>");
        }
        site.page("index.html", "<meta property=og:title content=Blog><title>Blog</title>");
        assertThat(listed(site, "0.html", "1.html", "/")).isEqualTo("Post 0, Post 1, Blog");
    }

    @Test
    void aTitleWithAnEmptySideIsNone() {
        var site = new TestSite(folder)
                .page("a.html", "<title> - Paper</title>")
                .page("b.html", "<title>B - Paper</title>")
                .page("c.html", "<title>C - Paper</title>")
                .page("d.html", "<title>D -</title>")
                .page("e.html", "<title>| Other</title><h1></h1>")
                .page("index.html", "<title>- Paper</title><meta property=og:site_name content=Paper>");
        assertThat(listed(site, "a.html", "b.html", "c.html", "d.html", "e.html", "/"))
                .isEqualTo("a.html, B, C, D, e.html, Paper");
    }

    /** Redirects of Hugo and Jekyll, files of search engines, fragments, error pages. */
    @Test
    void listsOnlyPagesForReaders() {
        var page = "<!doctype html><title>x</title><h1>%s</h1>";
        var site = new TestSite(folder)
                .page("index.html", page.formatted("Home"))
                .page(
                        "old.html",
                        "<meta charset=utf-8><meta http-equiv=refresh content='0; url=/a.html'><title>x</title>")
                .page(
                        "page/1/index.html",
                        "<!doctype html><link href=https://a.example/ rel=canonical>"
                                + "<meta content='0; url=https://a.example/' http-equiv=refresh><title>x</title>")
                .page("quoted.html", "<title>x</title><meta http-equiv=Refresh content=\"0;URL='../a.html'\">")
                .page("late.html", page.formatted("Late") + "<meta http-equiv=refresh content='5;url=a.html'>")
                .page("x/late.html", "<meta http-equiv=refresh content='5;url=../a.html'>" + page.formatted("Late"))
                .page(
                        "x/self.html",
                        "<meta http-equiv=refresh content='300;url=./self.html?now'>" + page.formatted("Self"))
                .page("live.html", "<meta http-equiv=refresh content=300>" + page.formatted("Live"))
                .page(
                        "script.html",
                        "<head><noscript><meta http-equiv=refresh content='0;url=/no.html'></noscript>"
                                + page.formatted("Script"))
                .page("google0123.html", "google-site-verification: google0123.html")
                .page("empty/index.html", "\n")
                .page("slice.html", "<div><h2>Slice</h2></div>")
                .page("404.html", page.formatted("404"))
                .page("de/404.html", page.formatted("404"))
                .page("404/index.html", page.formatted("404"));
        var all = new String[] {
            "/",
            "old.html",
            "page/1/",
            "quoted.html",
            "x/late.html",
            "x/self.html",
            "live.html",
            "script.html",
            "google0123.html",
            "empty/",
            "slice.html",
            "404.html",
            "de/404.html",
            "404/"
        };

        assertThat(listed(site, all)).isEqualTo("Home, Self, Live, Script");
    }

    /** The titles in a list of the pages in this order. */
    private static String listed(TestSite site, String... pages) {
        site.page("zlist.html", "<title>list</title><ol data-pagetrack=most-viewed data-limit=99></ol>");
        for (var page : pages) {
            site.views(page, 0);
        }
        for (int i = 0; i < pages.length; i++) {
            site.views(pages[i], 1000 - i);
        }
        site.rules(PageRules.NONE).render();
        var titles = ITEM.matcher(site.read("zlist.html"))
                .results()
                .map(match -> match.group(1))
                .toList();
        for (var page : pages) {
            site.views(page, 0);
        }
        return titles.stream().collect(joining(", "));
    }
}
