package dev.pagetrack.render.widget;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagetrack.render.site.RenderException;
import dev.pagetrack.render.testing.TestSite;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The built-in widgets except views and most-viewed. Figures are of 2024-03-10. */
class WidgetsTest {

    @TempDir
    Path folder;

    private TestSite site;

    @BeforeEach
    void makeSite() {
        site = new TestSite(folder)
                .page("blog/a.html", "<title>A</title>")
                .page("blog/b.html", "<title>B</title>")
                .page("blog/new.html", "<title>New</title>")
                .page("secret.html", "<title>S</title><meta name=robots content=noindex>")
                .views("blog/a.html", 1100)
                .views("blog/b.html", 1100)
                .views("blog/new.html", 40)
                .views("secret.html", 5000)
                .views("gone.html", 9999)
                .month("2024-02", "blog/a.html", 0, 0, 0, 0, 0, 0, 0, 0, 0, 500)
                .month("2024-02", "blog/b.html", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 300)
                .month("2024-03", "blog/a.html", 0, 0, 0, 0, 0, 0, 0, 0, 0, 540)
                .month("2024-03", "blog/b.html", 100, 200)
                .month("2024-03", "blog/new.html", 0, 0, 0, 0, 0, 0, 0, 0, 40);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <i data-pagetrack=site-views></i>                                    | 7,240
            <i data-pagetrack=site-views data-prefix=blog/></i>                  | 2,240
            <i data-pagetrack=site-views data-exclude="*.html, blog/a*"></i>     | 1,140
            <i data-pagetrack=site-views data-period=1m></i>                     | 880
            <i data-pagetrack=rank data-page=blog/b></i>                         | 2
            <i data-pagetrack=rank data-page=blog/b data-exclude=blog/a*></i>    | 1
            <i data-pagetrack=rank data-page=secret></i>                         | –
            <i data-pagetrack=rank></i>                                          | –
            <i data-pagetrack=last-viewed data-page=blog/a></i>                  | <time datetime="2024-03-10T12:34:56Z">2024-03-10</time>
            <i data-pagetrack=last-viewed></i>                                   | –
            <i data-pagetrack=as-of></i>                                         | <time datetime="2024-03-10">2024-03-10</time>
            <!-- pagetrack rank page=blog/a by=week -->?<!-- /pagetrack -->      | 1
            """)
    void shows(String marker, String expected) {
        site.page("index.html", marker).render();

        assertThat(site.read("index.html"))
                .isEqualTo(
                        marker.contains("<i")
                                ? marker.replace("></i>", ">" + expected + "</i>")
                                : marker.replace("?", expected));
    }

    @Test
    void ordersTrendingPagesBySignificanceOfTheirGrowth() {
        site.page("index.html", "<ul data-pagetrack=trending data-limit=2 data-period=1m></ul>")
                .render();

        // New: 40 / sqrt(40) = 6.3; A: 540 - 500 over sqrt(1,040) = 1.2; B: 300 and 300 before, no growth.
        assertThat(site.read("index.html")).isEqualTo("""
                <ul data-pagetrack=trending data-limit=2 data-period=1m>\
                <li><a href="blog/new.html">New</a> <span class="pagetrack-views">40</span></li>
                <li><a href="blog/a.html">A</a> <span class="pagetrack-views">540</span></li>
                </ul>""");
        assertThat(site.monthsRead()).containsExactly(YearMonth.of(2024, 2), YearMonth.of(2024, 3));
    }

    /** The last day is 2024-03-10, so 7 days begin with 4 March, and 30 days with 10 February. */
    @Test
    void showsSeveralPeriodsOnOnePage() {
        site.page("blog/edge.html", "<title>Edge</title>")
                .views("blog/edge.html", 5000)
                .month("2024-02", "blog/edge.html", 0, 0, 0, 0, 0, 0, 0, 0, 1000, 100)
                .month("2024-03", "blog/edge.html", 0, 0, 20, 4, 0, 0, 0, 0, 0, 1)
                .template("views.mustache", "{{views}}")
                .template("most-viewed.mustache", "{{#items}}{{title}} {{views}};{{/items}}");
        var page = new StringBuilder();
        for (var period : List.of("7d", "8d", "30d", "31d", "1m", "2m", "2024-03-04..2024-03-10", "all")) {
            page.append("<i data-pagetrack=views data-page=blog/edge data-period=" + period + "></i>");
            page.append("<b data-pagetrack=most-viewed data-limit=3 data-period=" + period + "></b>");
        }
        site.page("index.html", page.toString()).render();

        var shown = Jsoup.parse(site.read("index.html"));
        assertThat(shown.select("i").eachText())
                .containsExactly("5", "25", "125", "1,125", "25", "1,125", "5", "5,000");
        assertThat(shown.select("b").eachText())
                .containsExactly(
                        "A 540;New 40;Edge 5;",
                        "A 540;New 40;Edge 25;",
                        "A 1,040;B 600;Edge 125;",
                        "Edge 1,125;A 1,040;B 600;",
                        "A 540;B 300;New 40;",
                        "Edge 1,125;A 1,040;B 600;",
                        "A 540;New 40;Edge 5;",
                        "Edge 5,000;A 1,100;B 1,100;");
        assertThat(site.monthsRead()).containsExactly(YearMonth.of(2024, 2), YearMonth.of(2024, 3));
    }

    @Test
    void readsTheMonthsOfAWidgetsDefaultPeriod() {
        site.page("index.html", "<ul data-pagetrack=trending></ul>").render();
        assertThat(site.monthsRead())
                .containsExactly(YearMonth.of(2024, 1), YearMonth.of(2024, 2), YearMonth.of(2024, 3));

        site.page("index.html", "<div data-pagetrack=history></div>").render();
        assertThat(site.monthsRead()).hasSize(12).contains(YearMonth.of(2023, 4), YearMonth.of(2024, 3));

        site.page("index.html", "<p data-pagetrack=last-viewed></p>").render();
        assertThat(site.monthsRead()).isEmpty();
    }

    @Test
    void ordersEqualGrowthByPath() {
        site.page("blog/even.html", "<title>Even</title>")
                .views("blog/even.html", 40)
                .month("2024-03", "blog/even.html", 40);
        site.template("mine.mustache", "{{#trending}}{{path}} {{before}}; {{/trending}}");
        site.page("index.html", "<i data-pagetrack=mine data-period=10d></i>").render();

        assertThat(Jsoup.parse(site.read("index.html")).text())
                .isEqualTo("blog/a.html 0; blog/b.html 0; blog/even.html 0; blog/new.html 0;");
    }

    @Test
    void refusesToCompareAllTime() {
        site.page("index.html", "<ul data-pagetrack=trending data-period=all></ul>");

        assertThatThrownBy(site::render)
                .isInstanceOf(RenderException.class)
                .hasMessage(
                        "index.html:1:1: trending compares a period with the one before it, and nothing is before all time:"
                                + " write period=\"30d\" or another of <days>d (as 30d), <months>m (as 12m) or <from>..<to> (as 2026-01-01..2026-03-31)");
    }

    @Test
    void drawsTheHistoryOfAPage() {
        site.page(
                        "index.html",
                        "<div data-pagetrack=history data-page=blog/a data-period=2024-02-10..2024-03-31 data-by=month></div>")
                .render();

        var html = Jsoup.parse(site.read("index.html"));
        assertThat(html.select("svg > title").text()).isEqualTo("Views by month, 2024-02-10 to 2024-03-10");
        assertThat(html.select("svg > desc").text()).isEqualTo("1,040 in all, the most in 2024-03: 540");
        assertThat(html.select("rect").stream().map(Element::outerHtml).map(bar -> bar.replaceAll("\\s*\n\\s*", "")))
                .containsExactly(
                        "<rect x=\"0\" y=\"3\" width=\"5\" height=\"37\"><title>2024-02: 500</title></rect>",
                        "<rect x=\"6\" y=\"0\" width=\"5\" height=\"40\"><title>2024-03: 540</title></rect>");
        assertThat(html.select("tbody tr").eachText()).containsExactly("2024-02 500", "2024-03 540");
        assertThat(html.select("svg").attr("fill")).isEqualTo("currentColor");
        assertThat(html.title()).isEmpty();
        assertThat(site.render().changed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-08..2024-03-20, , 2024-03-08 0 2024-03-09 40 2024-03-10 0",
        "2024-01-01..2024-03-03, week, 2024-01-01 0 2024-01-08 0 2024-01-15 0 2024-01-22 0 2024-01-29 0 2024-02-05 0"
                + " 2024-02-12 0 2024-02-19 0 2024-02-26 0",
        "2m, month, 2024-02 0 2024-03 40",
        "all, month, 1996-05 0",
    })
    void dividesTheHistoryIntoSteps(String period, String by, String steps) {
        site.template("mine.mustache", "{{#history.steps}}{{name}} {{views}} {{/history.steps}}")
                .page(
                        "index.html",
                        "<i data-pagetrack=mine data-page=blog/new data-period=" + period
                                + (by == null ? "" : " data-by=" + by) + "></i>")
                .render();

        assertThat(Jsoup.parse(site.read("index.html")).text()).startsWith(steps);
    }

    @Test
    void saysThatAPageHasNoHistory() {
        site.page("index.html", "<div data-pagetrack=history data-period=all></div>")
                .render();

        assertThat(site.read("index.html")).contains("><span class=\"pagetrack-empty\">No views yet</span>\n</div>");
    }

    @Test
    void writesTheCountAsJsonLd() throws Exception {
        site.url("https://example.com:8443/x/")
                .page("p/ü&'=(1).html", "<head><!-- pagetrack counter-jsonld --><!-- /pagetrack --></head>")
                .views("x/p/ü&'=(1).html", 1234)
                .render();

        var script = requireNonNull(Jsoup.parse(site.read("p/ü&'=(1).html"))
                        .select("head > script[type=application/ld+json]")
                        .first())
                .data();
        var json = new ObjectMapper().readTree(script);
        assertThat(json.get("url").textValue()).isEqualTo("https://example.com:8443/x/p/%C3%BC%26%27%3D%281%29.html");
        assertThat(json.at("/interactionStatistic/userInteractionCount").intValue())
                .isEqualTo(1234);
        assertThat(site.render().changed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            by=year           | data-by="year": use day, week or month
            exclude=""        | data-exclude="": use patterns of page paths, such as blog/drafts/** or tags/*,about.html
            exlude=x          | data-exlude is not a parameter: write data-exclude, or rename the attribute if it is meant for something else
            """)
    void refusesAWrongParameter(String parameter, String message) {
        site.page("index.html", "<i data-pagetrack=views data-" + parameter + "></i>");

        assertThatThrownBy(site::render).hasMessage("index.html:1:1: " + message);
    }

    @Test
    void ignoresShortAttributeNamesOfTheTheme() {
        site.page("index.html", "<i data-pagetrack=views data-b=1 data-my=2 data-id=3></i>")
                .render();

        assertThat(site.read("index.html")).contains(">0</i>");
    }
}
