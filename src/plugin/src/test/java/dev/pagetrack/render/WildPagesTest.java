package dev.pagetrack.render;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTML as it is found in the wild is filled where a browser sees a marker, and nowhere else. */
class WildPagesTest {

    private static final String LIST = "<ol data-pagetrack=most-viewed></ol>";

    @TempDir
    Path folder;

    private TestSite site;

    @BeforeEach
    void makeSite() {
        site = new TestSite(folder);
    }

    /** A figure stands where the braces are. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<",
                "no markup, no end of line, no pagetrack",
                "fragment <i data-pagetrack=views>{}</i>",
                "\uFEFF<!doctype html><i data-pagetrack=views>{}</i>",
                "<p\r\n class=a\r\n data-x=1>\r\n<i\r\ndata-pagetrack=views\r\n>{}</i>\r\n",
                "old Macintosh\r<i data-pagetrack=views>{}</i>\r",
                "<i data-pagetrack=views class=a/b>{}</i>",
                "<p>open<ul><li>one<li>two <i data-pagetrack=views>{}</i><li>three</ul><p>open",
                "<template><i data-pagetrack=views>{}</i></template><noscript><i data-pagetrack=views>{}</i></noscript>",
                "<svg viewBox='0 0 9 9'><text x=1 data-pagetrack=views>{}</text><path d=\"\"/></svg>",
                "<svg><desc><b data-pagetrack=views>{}</b></desc></svg>",
                "<svg><font color=red><title><i data-pagetrack=views></i></title></svg><i data-pagetrack=views>{}</i>",
                "<math><mi data-pagetrack=views>{}</mi></math>",
                "<!--[if lt IE 9]><i data-pagetrack=views></i><![endif]-->",
                "<![if !IE]><i data-pagetrack=views>{}</i><![endif]>",
                "<!--[if !IE]><!--><i data-pagetrack=views>{}</i><!--<![endif]-->",
                "<iframe srcdoc='<i data-pagetrack=views></i>'></iframe><i data-pagetrack=views>{}</i>",
                "<frameset cols=1,*><frame src=a><noframes><i data-pagetrack=views></i></noframes></frameset>",
                "<script>/* <i data-pagetrack=views></i> */</script><i data-pagetrack=views>{}</i>",
                "<script type=text/template><i data-pagetrack=views></i></script>",
                "<style>/* <!-- pagetrack views --><!-- /pagetrack --> */</style><i data-pagetrack=views>{}</i>",
                "<select><option data-pagetrack=views>{}</option><option>x</select>",
                "<table><caption data-pagetrack=views>{}</caption><tr><td data-pagetrack=views>{}</td><td>x</table>",
                "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"x.dtd\">\n"
                        + "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><br/><p data-pagetrack=\"views\">{}</p></body></html>",
                "<b><p><i data-pagetrack=views>{}</i></b></p></i></div>",
                "\0<p\0>\0<i data-pagetrack=views>{}</i>\0",
            })
    void fillsWhatABrowserTakesForAMarker(String markup) {
        site.page("a.html", markup.replace("{}", "")).views("a.html", 7);

        site.render();

        assertThat(site.read("a.html")).isEqualTo(markup.replace("{}", "7"));
        assertThat(site.render().changed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <p><span data-pagetrack="views"/></p>                       | 1:4: the marker <span data-pagetrack> ends in />, which HTML ignores: write <span data-pagetrack="…"></span>
                    <svg><text data-pagetrack="views"/></svg>                   | 1:6: the marker <text data-pagetrack> ends in /> and holds nothing: give it an end tag
                    ソ表é𝄞 <i data-pagetrack=views>                              | 1:6: the marker <i data-pagetrack="views"> has no end: the page ends first: close it with </i>
                    <svg><text data-pagetrack=views><b>0</b></text></svg>       | 1:6: the marker <text data-pagetrack="views"> has no end tag, and <b> ends it: close it with </text>
                    <i data-pagetrack=views>1<i data-pagetrack=views>2</i></i>  | 1:26: a marker inside the marker <i data-pagetrack="views"> of line 1: what it holds will be replaced, so move one of them out
                    """)
    void namesFileLineAndColumnAndWritesNothing(String markup, String message) {
        site.page("a.html", markup).page("b.html", "<i data-pagetrack=views></i>");

        assertThatThrownBy(site::render).isInstanceOf(RenderException.class).hasMessage("a.html:" + message);
        assertThat(site.read("a.html")).isEqualTo(markup);
        assertThat(site.read("b.html")).isEqualTo("<i data-pagetrack=views></i>");
    }

    @ParameterizedTest
    @CsvSource({
        "'\uFEFF<i data-pagetrack=x></i>', UTF-8, 1:1",
        "'a\r\nb\rc\n<i data-pagetrack=x></i>', UTF-8, 4:1",
        "'<meta charset=shift_jis>\n表示ソ①<i data-pagetrack=x></i>', windows-31j, 2:5",
        "'<meta charset=latin1>éé<i data-pagetrack=x></i>', ISO-8859-1, 1:24",
    })
    void countsColumnsInCharactersOfThePagesCharset(String markup, Charset charset, String place) {
        site.file("site/a.html", markup.getBytes(charset));

        assertThatThrownBy(site::render).hasMessageStartingWith("a.html:" + place + ": data-pagetrack=\"x\": ");
    }

    /** What a page is called, and what it links to, goes right from any charset into any other. */
    @ParameterizedTest
    @CsvSource({
        "<meta charset=utf-8>,                                                         UTF-8,         Ω – ソ表①",
        "'',                                                                           UTF-8,         Ω – ソ表①",
        "\uFEFF<meta charset=latin1>,                                                  UTF-8,         Ω – ソ表①",
        "<meta charset=utf-16>,                                                        UTF-8,         Ω – ソ表①",
        "<META CHARSET='ISO-8859-1'>,                                                  windows-1252,  “é” 5 €",
        "<meta content='text/html; charset=windows-1252' http-equiv=Content-Type>,     windows-1252,  “é” 5 €",
        "<meta charset=no-such>,                                                       windows-1252,  “é” 5 €",
        "<meta charset=cp037>,                                                         windows-1252,  “é” 5 €",
        "'<?xml version=\"1.0\" encoding=\"iso-8859-15\"?>',                           ISO-8859-15,   é 5 €",
        "<meta charset=iso-8859-9>,                                                    windows-1254,  ğş “”",
        "<meta charset=windows-1251>,                                                  windows-1251,  Привет",
        "<meta charset=koi8-r>,                                                        KOI8-R,        Привет",
        "<meta charset=Shift_JIS>,                                                     windows-31j,   ソ表示①～",
        "<meta charset=euc-jp>,                                                        EUC-JP,        ソ表示",
        "<meta charset=gb2312>,                                                        GB18030,       中文镕",
        "<meta charset=big5>,                                                          Big5-HKSCS,    許功蓋",
        "<meta charset=euc-kr>,                                                        x-windows-949, 한국 똠",
        "<meta charset=iso-8859-11>,                                                   x-windows-874, ไทย “”",
    })
    void readsAndWritesPagesInTheirCharset(String declaration, Charset charset, String title) {
        var head = declaration + "<title>" + title + "</title><p lang='" + title + "'>" + title;
        site.file("site/a.html", (head + LIST).getBytes(charset))
                .page("b.html", "<h1>ü 𝄞</h1>" + LIST)
                .views("a.html", 2)
                .views("b.html", 1);

        site.render();

        var other = charset.equals(UTF_8) ? "ü 𝄞" : "&#252; &#119070;";
        var own = charset.equals(UTF_8) ? title : references(title);
        assertThat(site.bytes("a.html"))
                .isEqualTo((head + LIST.replace("><", ">" + current(item("a", own, 2)) + item("b", other, 1) + "<"))
                        .getBytes(charset));
        assertThat(site.read("b.html")).contains(item("a", title, 2));
        assertThat(site.render().changed()).isEmpty();
    }

    @Test
    void findsACharsetAnywhereInTheHead() {
        var head = "<head><script>" + "x".repeat(2000) + "</script><meta charset=latin1><title>é</title></head>";
        site.file("site/a.html", head.getBytes(ISO_8859_1)).page("b.html", LIST).views("a.html", 1);

        site.render();

        assertThat(site.read("b.html")).contains(">é</a>");
    }

    @ParameterizedTest
    @CsvSource({
        "'\uFEFF<html>', UTF-16LE, UTF-16",
        "'\uFEFF<html>', UTF-16BE, UTF-16",
        "<html>, UTF-16LE, UTF-16",
        "<html>, UTF-16BE, UTF-16",
        "<meta charset=iso-2022-jp>, ISO-2022-JP, ISO-2022-JP",
    })
    void refusesToFillWhereAnAsciiByteMayBeHalfACharacter(String head, Charset charset, String name) {
        var text = head + "<title>日本</title>消す";
        site.file("site/a.html", text.getBytes(charset)).page("b.html", LIST).views("a.html", 1);

        assertThat(site.render().changed()).containsExactly(site.path("site/b.html"));
        assertThat(site.read("b.html")).contains(item("a", "日本", 1));

        site.file("site/a.html", (text + LIST).getBytes(charset));
        assertThatThrownBy(site::render)
                .hasMessage("a.html:1:1: a page in " + name + " cannot be filled: convert it to UTF-8");
        assertThat(site.bytes("a.html")).isEqualTo((text + LIST).getBytes(charset));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <title>Use <b> &amp; R&D &copy 1</title>    | Use <b> & R&D © 1
                    <title>cut off                              | a.html
                    <h1>One<p>more <h1>Two</h1>                 | One more
                    <h1>A &lt; B <i>c</i></h2>                  | A < B c
                    <h1></h1><h1>Second</h1>                    | Second
                    <h1>A<a class=headerlink href=#a>&para;</a></h1> | A
                    <h1><a href=#a><b>#</b></a> <a href=#a>A 1</a></h1> | A 1
                    <h1>A<a href=/b>¶</a></h1>                  | A¶
                    """)
    void knowsWhatAPageIsCalled(String markup, String title) {
        site.page("a.html", markup)
                .page("b.html", "<title>B</title>" + LIST)
                .template("most-viewed.mustache", "{{#items}}{{title}}|{{/items}}")
                .views("a.html", 1);

        site.render();

        assertThat(site.read("b.html"))
                .contains(">" + title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "|<");
    }

    /** Else the page could not be rendered a second time. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <p data-pagetrack=most-viewed></p>                 | what most-viewed shows does not stay inside <p>: use <div>, or change its template
                    <b><p data-pagetrack=history></p></b>              | what history shows does not stay inside <p>: use <div>, or change its template
                    <a data-pagetrack=most-viewed></a>                 | what most-viewed shows does not stay inside <a>: use <div>, or change its template
                    <svg><g data-pagetrack=most-viewed></g></svg>      |
                    <svg><text data-pagetrack=in-svg></text></svg>     |
                    <div data-pagetrack=open></div>                    | what open shows does not stay inside <div>: use <div>, or change its template
                    <!-- pagetrack open --><!-- /pagetrack -->         | what open shows leaves an element open, or holds a marker: change its template
                    <!-- pagetrack marker --><!-- /pagetrack -->       | what marker shows leaves an element open, or holds a marker: change its template
                    <p data-pagetrack=views></p>                       |
                    <ul data-pagetrack=most-viewed></ul>               |
                    <span data-pagetrack=most-viewed></span>           |
                    """)
    void refusesWhatWouldNotStayInsideItsMarker(String markup, String problem) {
        var page = "<title>T</title>\n" + markup;
        site.page("b.html", "<p data-pagetrack=history></p>") // a page without views has no chart, and so fits
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
                    .hasMessage("a.html:2:" + (markup.startsWith("<b>") ? 4 : 1) + ": " + problem);
            assertThat(site.read("a.html")).isEqualTo(page);
            assertThat(site.read("b.html")).isEqualTo("<p data-pagetrack=history></p>");
        }
    }

    /** The first page shows nothing of the section. */
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

    /** The bar stands where the marker does; a browser, asked to show the list, would move it out of the element. */
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
    void refusesWhatWouldEndAnElementAroundItsMarker(String markup, String element) {
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
                                + element + "> around it: choose a place outside of that, or change its template");
                assertThat(site.read("a.html")).isEqualTo(page);
            }
        }
    }

    /** The second page has the same marker at another place. */
    @Test
    void looksAroundEachPairOfComments() {
        var marker = "<!-- pagetrack most-viewed --><!-- /pagetrack -->";
        site.page("a.html", "<div>" + marker + "</div>")
                .page("b.html", "<p>" + marker)
                .views("a.html", 7);

        assertThatThrownBy(site::render).hasMessageStartingWith("b.html:1:4: what most-viewed shows ends the <p>");
    }

    /** What is relative is relative to the address in {@code base}, so links there begin at the root. */
    @ParameterizedTest
    @CsvSource({
        "<base href=/x/>, /docs/b/",
        "<base target=_blank>, b/",
        "<!-- <base href=/x/> -->, b/",
    })
    void linksRightOnPagesWithABase(String head, String href) {
        site.url("https://example.com/docs")
                .page("a.html", head + LIST)
                .page("b/index.html", "<title>B</title>")
                .views("docs/b/", 1);

        site.render();

        assertThat(site.read("a.html")).contains("<a href=\"" + href + "\">B</a>");
    }

    /** They are shown in place of any page that does not exist, in whatever folder. */
    @ParameterizedTest
    @CsvSource({"404.html, /docs/b/", "de/404.html, /docs/b/", "x404.html, b/"})
    void linksRightOnPagesForWhatIsNotFound(String page, String href) {
        site.url("https://example.com/docs")
                .page(page, LIST)
                .page("b/index.html", "<title>B</title>")
                .views("docs/b/", 1);

        site.render();

        assertThat(site.read(page)).contains("<a href=\"" + href + "\">B</a>");
    }

    @Test
    void injectsIntoAPageOfFiveMegabytesInOneLine() {
        var block = "<h2>é𝄞</h2><p>" + "text ".repeat(1000) + "</p>";
        site.page("a.html", block.repeat(1000))
                .injects(new InjectRule("h2", "append", "views", Map.of(), List.of(), List.of()))
                .views("a.html", 7);

        site.render();

        var injected = "<!-- pagetrack views injected=append -->7<!-- /pagetrack --></h2>";
        assertThat(site.read("a.html"))
                .isEqualTo(block.replace("</h2>", injected).repeat(1000));
        site.injects().render();
        assertThat(site.read("a.html")).isEqualTo(block.repeat(1000));
    }

    @Test
    void takesNoLongerForAPageOfFiveMegabytesInOneLine() {
        var blocks = "<div class=x><p>text <b>bold</b></div>".repeat(130_000);
        var items = "<ul>" + "<li>never closed".repeat(130_000) + "</ul>";
        site.page("a.html", blocks + "<i data-pagetrack=views></i>" + blocks)
                .page("b.html", "<ul><li data-pagetrack=views>" + items + "</li></ul>")
                .views("a.html", 7)
                .views("b.html", 8);

        site.render();

        assertThat(site.read("a.html")).isEqualTo(blocks + "<i data-pagetrack=views>7</i>" + blocks);
        assertThat(site.read("b.html")).isEqualTo("<ul><li data-pagetrack=views>8</li></ul>");
    }

    @Test
    void namesMistakesOfAHugePageWithoutReadingItForEach() {
        site.page("a.html", "<i data-pagetrack=x></i>".repeat(200_000));

        assertThatThrownBy(site::render).hasMessageEndingWith("\n… and 199990 more");
    }

    private static String item(String page, String title, int views) {
        return "<li><a href=\"" + page + ".html\">" + title + "</a> <span class=\"pagetrack-views\">" + views
                + "</span></li>\n";
    }

    /** On the page itself. */
    private static String current(String item) {
        return item.replace(".html\">", ".html\" aria-current=\"page\">");
    }

    private static String references(String text) {
        var references = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c < 0x80) {
                references.appendCodePoint(c);
            } else {
                references.append("&#").append(c).append(';');
            }
        });
        return references.toString();
    }
}
