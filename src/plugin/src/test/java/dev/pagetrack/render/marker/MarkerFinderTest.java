package dev.pagetrack.render.marker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.render.testing.JsoupOracle;
import dev.pagetrack.render.testing.MarkerSearch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkerFinderTest {

    /** Each piece of markup has one marker. Brackets enclose its content. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<span data-pagetrack=\"views\">[]</span>",
                "<span data-pagetrack='views' class=views>[1,234]</span>",
                "<span class=v data-pagetrack=views>[&ndash;]</span>",
                "<SPAN DATA-PAGETRACK=\"views\">[ ]</SPAN >",
                "<b\n   data-pagetrack=\"views\"\n   title=\"a > b\">[<i>17</i>]</b>",
                "<strong id=\"pv\" data-pagetrack = \"views\">[<!-- none yet -->]</strong>",
                "<div data-pagetrack=views>[<div><p>nothing yet</div>]</div>",
                "<span data-pagetrack=views>[<span><span></span></span>]</span></span>",
                "<span data-pagetrack=views>[<br><img src=a/><span/></span>]</span>",
                "<ol data-pagetrack=views>[<li>a<li>b]</ol>",
                "<ul><li data-pagetrack=views>[<ul><li>a<li>b</ul>]</li></ul>",
                "<p data-pagetrack=views>[a <b>b</b> c]</p>",
                "<noscript><span data-pagetrack=views>[0]</span></noscript>",
                "<template><span data-pagetrack=views>[0]</span></template>",
                "<a href=x/ data-pagetrack=views>[0]</a>",
                "<span data-pagetrack=views data-pagetrack=other>[0]</span>",
                "<span data-pagetrack=views>[<script>'</span>'</script>]</span>",
                "<script><!-- <script> </script> --></script><i data-pagetrack=views>[]</i>",
                "<svg><title><i>x</i></title><style></style><path/></svg><i data-pagetrack=views>[]</i>",
                "<svg><text data-pagetrack=views>[<tspan/>]</text></svg>",
                "<svg><![CDATA[ <i data-pagetrack=views></i> ]]></svg><i data-pagetrack=views>[]</i>",
                "<svg><p></p></svg><![CDATA[ > <i data-pagetrack=views>[]</i>",
                "<?php a ?></><!doctype html><i data-pagetrack=views>[]</i>",
                "<!--><i data-pagetrack=views>[]</i><!-- -->",
                "a < b <3 <i data-pagetrack=views>[]</i>",
                "<i =data-pagetrack data-pagetrack=views>[]</i>",
                "<x-views data-pagetrack=views>[<x-views></x-views>]</x-views>",
                "<!-- pagetrack views -->[<b>1</b>]<!-- /pagetrack -->",
                "<!--pagetrack most-viewed limit=5 prefix=\"a b\"-->[<li>a<li>b]<!--/pagetrack-->",
            })
    void findsExactlyTheContentOf(String markup) {
        int start = markup.indexOf('[', markup.contains("CDATA") ? markup.lastIndexOf("data-pagetrack") : 0);
        int end = markup.lastIndexOf(']') - 1;
        var html = (markup.substring(0, start) + markup.substring(start + 1, end + 1) + markup.substring(end + 2))
                .getBytes(UTF_8);

        assertThat(MarkerSearch.problems(html)).isEmpty();
        assertThat(MarkerSearch.find(html)).singleElement().satisfies(marker -> {
            assertThat(marker.contentStart()).isEqualTo(start);
            assertThat(marker.contentEnd()).isEqualTo(end);
        });
        if (markup.contains("data-pagetrack")) {
            assertThat(JsoupOracle.elementMarkers(html)).containsExactly(new JsoupOracle.Range(start, end));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- <span data-pagetrack=\"views\">1</span> -->",
                "<!-- a --!><!-- <i data-pagetrack=views></i> -- > --->",
                "<script>var t = '<span data-pagetrack=\"views\"></span>'; if (1 < 2) t;</script>",
                "<textarea rows=2><span data-pagetrack=\"views\"></span></textarea>",
                "<title><span data-pagetrack=views></span></title>",
                "<style><i data-pagetrack=views></i></style >",
                "<iframe><i data-pagetrack=views></i></iframe><noembed><i data-pagetrack=views></i></noembed>",
                "<xmp><i data-pagetrack=views></i></xmp><noframes><i data-pagetrack=views></i></noframes>",
                "<plaintext><i data-pagetrack=views></i></plaintext><i data-pagetrack=views></i>",
                "<p title='<span data-pagetrack=\"views\"></span>'>hover me",
                "<pre><code>&lt;span data-pagetrack=\"views\"&gt;&lt;/span&gt;</code></pre>",
                "<span data-pagetrackx=\"views\">no</span>",
                "<i title=data-pagetrack></i>",
                "<!-- pagetracker --><!-- pagetrack: a tool -->",
                "<i data-pagetrack=views",
                "<i data-pagetrack='views></i>",
            })
    void ignoresWhatIsNoMarker(String markup) {
        var html = markup.getBytes(UTF_8);

        assertThat(MarkerSearch.problems(html)).isEmpty();
        assertThat(MarkerSearch.find(html)).isEmpty();
        assertThat(JsoupOracle.elementMarkers(html)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <p data-pagetrack=views>a<p>b</p>                         | 1:1: the marker <p data-pagetrack="views"> has no end tag, and <p> ends it: close it with </p>
                    <p data-pagetrack=views>a<div>b</div></p>                 | 1:1: the marker <p data-pagetrack="views"> has no end tag, and <div> ends it: close it with </p>
                    <ul><li data-pagetrack=views>a<li>b</li></ul>             | 1:5: the marker <li data-pagetrack="views"> has no end tag, and <li> ends it: close it with </li>
                    <ul><li data-pagetrack=views>a</ul>                       | 1:5: the marker <li data-pagetrack="views"> has no end before </ul>, which ends an element around it: close it with </li>
                    <p><span data-pagetrack=views></p></span>                 | 1:4: the marker <span data-pagetrack="views"> has no end before </p>, which ends an element around it: close it with </span>
                    <span data-pagetrack=views>1                              | 1:1: the marker <span data-pagetrack="views"> has no end: the page ends first: close it with </span>
                    <span data-pagetrack=views><div></span></div>             | 1:1: the marker <span data-pagetrack="views"> holds a <div> that has no end inside it: close it with </span>
                    <span data-pagetrack=views><p>a</span>                    | 1:1: the marker <span data-pagetrack="views"> holds a <p> that has no end inside it: close it with </span>
                    <div data-pagetrack=views><b><i></b></i></div>            | 1:1: the marker <div data-pagetrack="views"> holds a <i> that has no end before </b>: close it with </div>
                    <tr><td data-pagetrack=views>a<td>b</tr>                  | 1:5: the marker <td data-pagetrack="views"> has no end tag, and <td> ends it: close it with </td>
                    <h2 data-pagetrack=views>a<h3>b</h3></h2>                 | 1:1: the marker <h2 data-pagetrack="views"> has no end tag, and <h3> ends it: close it with </h2>
                    <img data-pagetrack=views>                                | 1:1: the marker <img data-pagetrack> can hold no widget: use <span> or <div>
                    <body data-pagetrack=views></body>                        | 1:1: the marker <body data-pagetrack> can hold no widget: use <span> or <div>
                    <textarea data-pagetrack=views></textarea>                | 1:1: the marker <textarea data-pagetrack> holds text, not markup: use <span> or <div>
                    <span data-pagetrack=views />                             | 1:1: the marker <span data-pagetrack> ends in />, which HTML ignores: write <span data-pagetrack="…"></span>
                    <div data-pagetrack=a><i data-pagetrack=b></i></div>      | 1:23: a marker inside the marker <div data-pagetrack="a"> of line 1, whose content is replaced: move one of them out
                    <!-- pagetrack a --><i data-pagetrack=b></i><!-- /pagetrack --> | 1:21: a marker inside the marker <!-- pagetrack a --> of line 1, whose content is replaced: move one of them out
                    <i data-pagetrack=a><!-- /pagetrack --></i>               | 1:1: the marker <i data-pagetrack="a"> has no end before <!-- /pagetrack -->: close it with </i>
                    <div><!-- pagetrack a --></div><!-- /pagetrack -->        | 1:6: the marker <!-- pagetrack a --> has no end before </div>, which ends an element around it: close it with <!-- /pagetrack -->
                    <!-- pagetrack a b -->                                    | 1:1: <!-- pagetrack a b --> is not a marker: write <!-- pagetrack <widget> <parameter>=<value> … -->
                    """)
    void reportsPlaceCauseAndRemedy(String markup, String message) {
        assertThat(MarkerSearch.problems(markup.getBytes(UTF_8))).first().isEqualTo("a.html:" + message);
    }

    @Test
    void countsLinesAndColumnsAsEditorsDo() {
        assertThat(MarkerSearch.problems("\uFEFFé\r\n zürich <i data-pagetrack=v>".getBytes(UTF_8)))
                .singleElement()
                .asString()
                .startsWith("a.html:2:9: ");
    }

    @Test
    void continuesAfterAMistake() {
        var html = "<b data-pagetrack=a></p></b> <i data-pagetrack=c>1</i>".getBytes(UTF_8);

        assertThat(MarkerSearch.problems(html)).hasSize(1);
        assertThat(MarkerSearch.find(html))
                .singleElement()
                .extracting(FoundMarker::widget)
                .isEqualTo("c");
    }

    @Test
    @DisplayName("an end comment without a beginning is reported")
    void strayEndComment() {
        assertThat(MarkerSearch.problems("<!-- /pagetrack -->".getBytes(UTF_8)))
                .containsExactly("a.html:1:1: <!-- /pagetrack --> ends no marker: remove it, or write"
                        + " <!-- pagetrack <widget> --> before it");
    }
}
