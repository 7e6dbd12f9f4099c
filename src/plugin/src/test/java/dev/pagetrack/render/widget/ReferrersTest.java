package dev.pagetrack.render.widget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.render.testing.TestSite;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The widgets that show the hosts that readers came from. Figures are of 2024-03-10. */
class ReferrersTest {

    @TempDir
    Path folder;

    private TestSite site;

    @BeforeEach
    void makeSite() {
        site = new TestSite(folder)
                .views("a/", 1)
                .views("a", 1)
                .views("blog/b/", 1)
                .page("blog/b/index.html", "")
                .referrer("2024-03", "a/", "example.org", 5)
                .referrer("2024-03", "a", "example.org", 1)
                .referrer("2024-03", "a", "news.example", 6)
                .referrer("2024-02", "a/", "old.example", 7)
                .referrer("2022-12", "a/", "older.example", 8)
                .referrer("2024-03", "a/", "other", 99)
                .referrer("2024-03", "blog/b/", "b.example", 100)
                .referrer("2024-03", "gone/", "gone.example", 100);
    }

    @Test
    void showsReferrersOfAPageInAllMonthsThatThePeriodTouches() {
        var html = text("<ol data-pagetrack=referrers></ol>");

        assertThat(html).isEqualTo("old.example 7\nexample.org 6\nnews.example 6\n");
        assertThat(text("<ol data-pagetrack=referrers data-period=7d data-limit=1></ol>"))
                .isEqualTo("example.org 6\n");
        assertThat(text("<ol data-pagetrack=referrers data-period=all data-limit=1></ol>"))
                .isEqualTo("older.example 8\n");
        assertThat(text("<ol data-pagetrack=referrers data-page=/blog/b></ol>")).isEqualTo("b.example 100\n");
    }

    @Test
    void showsReferrersOfAllPages() {
        assertThat(text("<ol data-pagetrack=site-referrers data-limit=2></ol>"))
                .isEqualTo("b.example 100\nold.example 7\n");
        assertThat(text("<ol data-pagetrack=site-referrers data-exclude=blog/** data-limit=1></ol>"))
                .isEqualTo("old.example 7\n");
    }

    @Test
    void readsNoDailyViews() {
        text("<ol data-pagetrack=referrers></ol><i data-pagetrack=as-of data-period=30d></i>");

        assertThat(site.monthsRead()).isEmpty();
    }

    @Test
    void saysInAListThatThereAreNone() {
        site.page("c.html", "<div data-pagetrack=referrers></div>").render();

        assertThat(site.read("c.html"))
                .isEqualTo("<div data-pagetrack=referrers><ol class=\"pagetrack-referrers\">\n"
                        + "<li class=\"pagetrack-empty\">No other site yet</li>\n</ol></div>");
    }

    @Test
    void keepsHostileReferrersText() {
        site.referrer("2024-03", "a/", "\"><script>alert(1)</script>", 1000)
                .referrer("2024-03", "a/", "javascript:alert(1)", 999)
                .template("mine.mustache", "{{#referrers}}<a href=\"{{address}}\">{{rank}} {{host}}</a>{{/referrers}}")
                .page("a/index.html", "<i data-pagetrack=referrers data-template=mine data-limit=3></i>")
                .render();

        assertThat(site.read("a/index.html"))
                .contains("<a href=\"\">1 &quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;</a>"
                        + "<a href=\"\">2 javascript:alert(1)</a><a href=\"https://old.example/\">3 old.example</a>");
    }

    @Test
    void readsReferrersAgainInEachRun() {
        assertThat(text("<ol data-pagetrack=referrers data-limit=1></ol>")).isEqualTo("old.example 7\n");
        site.referrer("2024-03", "a/", "new.example", 50).render();

        assertThat(site.read("a/index.html")).contains("new.example");
    }

    private String text(String marker) {
        site.page("a/index.html", marker).render();
        return site.read("a/index.html").replaceAll("<[^>]*>", "");
    }
}
