package dev.pagetrack.render.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.render.testing.TestSite;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The HTML of a widget must stay inside its marker, and must not end an element around it. */
class WidgetContainmentTest {

    @TempDir
    Path folder;

    private TestSite site;

    @BeforeEach
    void makeSite() {
        site = new TestSite(folder);
    }

    /** Otherwise the page could not be rendered a second time. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <p data-pagetrack=most-viewed></p>                 | what most-viewed shows does not stay inside <p>: use <div>, or change its template
                    <b><p data-pagetrack=history></p></b>              | what history shows does not stay inside <p>: use <div>, or change its template
                    <a data-pagetrack=most-viewed></a>                 | what most-viewed shows does not stay inside <a>: use <div>, or change its template
                    <svg><g data-pagetrack=most-viewed></g></svg>      | what most-viewed shows does not stay there: its <ol> ends the SVG or MathML around it: choose a place outside of it, or change its template
                    <svg><text data-pagetrack=in-svg></text></svg>     |
                    <div data-pagetrack=open></div>                    | what open shows does not stay inside <div>: use <div>, or change its template
                    <!-- pagetrack open --><!-- /pagetrack -->         | what open shows leaves an element open, or holds a marker: change its template
                    <!-- pagetrack marker --><!-- /pagetrack -->       | what marker shows leaves an element open, or holds a marker: change its template
                    <p data-pagetrack=views></p>                       |
                    <ul data-pagetrack=most-viewed></ul>               |
                    <span data-pagetrack=most-viewed></span>           |
                    """)
    void refusesAWidgetThatDoesNotStayInsideItsMarker(String markup, String problem) {
        var page = "<title>T</title>\n" + markup;
        site.page("b.html", "<p data-pagetrack=history></p>") // without views there is no chart, which would end the p
                .page("a.html", page)
                .template("open.mustache", "<div>{{views}}")
                .template("marker.mustache", "<i data-pagetrack=views></i>")
                .template("in-svg.mustache", "<tspan x=\"1\"/>{{views}}")
                .views("a.html", 7)
                .month("2024-03", "a.html", 7);

        if (problem == null) {
            site.render();
            assertThat(site.render().changed()).isEmpty();
        } else {
            assertThatThrownBy(site::render)
                    .hasMessage(
                            "a.html:2:" + (markup.lastIndexOf('<', Math.max(0, markup.indexOf(" data-pagetrack"))) + 1)
                                    + ": " + problem);
            assertThat(site.read("a.html")).isEqualTo(page);
            assertThat(site.read("b.html")).isEqualTo("<p data-pagetrack=history></p>");
        }
    }

    /** The HTML fits on the first page, which has no views, but not on the second. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {{#views}}<div>{{views}}{{/views}}
                    {{#views}}</span>{{views}}{{/views}}
                    {{^views}}<div>{{/views}}{{views}}</div>
                    """)
    void refusesATemplateThatFitsOnlyWithSomeFigures(String template) {
        site.page("a.html", "<span data-pagetrack=mine></span>")
                .page("b.html", "<span data-pagetrack=mine></span>")
                .template("mine.mustache", template)
                .views("b.html", 7);

        assertThatThrownBy(site::render)
                .message()
                .contains("b.html:1:1: what mine shows does not stay inside <span>: use <div>, or change its template");
        assertThat(site.read("b.html")).isEqualTo("<span data-pagetrack=mine></span>");
    }

    /** The bar is the place of the marker. A browser would move the list there out of the element. */
    @ParameterizedTest
    @CsvSource(delimiterString = " @ ", nullValues = "-", textBlock = """
                    <p>x |                                    @ p
                    <p>x |</p>                                @ p
                    <p>x</p> |                                @ -
                    <p>x<div>|</div>                          @ -
                    <p>x <b><i>|</i></b></p>                  @ p
                    <p>x <button>|</button></p>               @ -
                    <p>x <object>|</object></p>               @ -
                    <p>x <table><tr><td>|</table>             @ -
                    <p><script>'</p>'</script>|</p>           @ p
                    <a href=x><div>|</div></a>                @ a
                    <a href=x>x</a>|                          @ -
                    <ul><li>|</ul>                            @ -
                    <h1>|</h1>                                @ -
                    <!-- <p> -->|                             @ -
                    """)
    void refusesAWidgetThatEndsAnElementAroundItsMarker(String markup, String element) {
        var markers = List.of(
                "<!-- pagetrack most-viewed -->?<!-- /pagetrack -->",
                "<!-- pagetrack history -->?<!-- /pagetrack -->",
                "<!-- pagetrack views -->?<!-- /pagetrack -->",
                "<span data-pagetrack=most-viewed>?</span>",
                "<div data-pagetrack=most-viewed>?</div>");
        site.views("a.html", 7).month("2024-03", "a.html", 7);
        for (var marker : markers) {
            var page = "<title>T</title>\n" + markup.replace("|", marker);
            site.page("a.html", page);
            boolean closes = !marker.contains(" views") && !(marker.startsWith("<div") && "p".equals(element));
            if (element == null || !closes || ("a".equals(element) && marker.contains("history"))) {
                site.render();
                assertThat(site.render().changed()).isEmpty();
            } else {
                var widget = marker.contains("history") ? "history" : "most-viewed";
                assertThatThrownBy(site::render)
                        .as(marker)
                        .hasMessage("a.html:2:" + (markup.indexOf('|') + 1) + ": what " + widget + " shows ends the <"
                                + element + "> around it: choose a place outside of that <" + element
                                + ">, or change its template");
                assertThat(site.read("a.html")).isEqualTo(page);
            }
        }
    }

    /** A browser would move or drop it, or read the rest of the page differently. */
    @ParameterizedTest
    @CsvSource(delimiterString = " @ ", textBlock = """
                    <table><tr data-pagetrack=views></tr></table>            @ text is moved before the table by a browser: choose a place in a td, th or caption, or outside of the table, or
                    <table><!-- pagetrack most-viewed --><!-- /pagetrack --> @ <ol> is moved before the table by a browser: choose a place in a td, th or caption, or outside of the table, or
                    <select><!-- pagetrack most-viewed --><!-- /pagetrack --> @ <ol> is dropped by a browser: choose a place outside of the select, or
                    <svg><!-- pagetrack most-viewed --><!-- /pagetrack -->   @ <ol> ends the SVG or MathML around it: choose a place outside of it, or
                    <!-- pagetrack views --><!-- /pagetrack --><link rel=a>  @ text ends the head, which a browser then continues as the body: choose a place in the body, or
                    """)
    void refusesAWidgetThatABrowserWouldNotLeaveThere(String markup, String problem) {
        var page = "<title>T</title>\n" + markup;
        site.page("a.html", page).views("a.html", 7);

        var widget = markup.contains("views") ? "views" : "most-viewed";
        assertThatThrownBy(site::render)
                .message()
                .startsWith("a.html:2:")
                .endsWith(": what " + widget + " shows does not stay there: its " + problem + " change its template");
        assertThat(site.read("a.html")).isEqualTo(page);
    }

    /** The second page has the same marker at another place. */
    @Test
    void checksTheElementsAroundEachPairOfComments() {
        var marker = "<!-- pagetrack most-viewed --><!-- /pagetrack -->";
        site.page("a.html", "<div>" + marker + "</div>")
                .page("b.html", "<p>" + marker)
                .views("a.html", 7);

        assertThatThrownBy(site::render).hasMessageStartingWith("b.html:1:4: what most-viewed shows ends the <p>");
    }
}
