package dev.pagetrack.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.render.marker.InjectRule;
import dev.pagetrack.render.site.RenderException;
import dev.pagetrack.render.testing.TestSite;
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

/** Renders unusual and damaged HTML: a page is filled where a browser sees a marker, and nowhere else. */
class WildPagesTest {

    private static final String LIST = "<ol data-pagetrack=most-viewed></ol>";

    @TempDir
    Path folder;

    private TestSite site;

    @BeforeEach
    void makeSite() {
        site = new TestSite(folder);
    }

    /** Braces mark the expected places of the number. */
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
    void fillsWhatABrowserReadsAsAMarker(String markup) {
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
                    <i data-pagetrack=views>1<i data-pagetrack=views>2</i></i>  | 1:26: a marker inside the marker <i data-pagetrack="views"> of line 1, whose content is replaced: move one of them out
                    """)
    void reportsFileLineAndColumnAndWritesNothing(String markup, String message) {
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
    void findsTheTitleOfAPage(String markup, String title) {
        site.page("a.html", markup)
                .page("b.html", "<title>B</title>" + LIST)
                .template("most-viewed.mustache", "{{#items}}{{title}}|{{/items}}")
                .views("a.html", 1);

        site.render();

        assertThat(site.read("b.html"))
                .contains(">" + title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "|<");
    }

    /** What stands at the end of such a page is part of the tag, comment or text, and no marker in the next rendering. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    <h1>A</h1>#<script src=a.js/>#</body></html> | <script>, which has no end tag
                    <h1>A</h1>#<style>p {}                       | <style>, which has no end tag
                    <h1>A</h1>#<textarea>                        | <textarea>, which has no end tag
                    <h1>A</h1>#<title>x</body></html>            | <title>, which has no end tag
                    <h1>A</h1>#<iframe src=x>                    | <iframe>, which has no end tag
                    <h1>A</h1>#<xmp>                             | <xmp>, which has no end tag
                    <h1>A</h1>#<plaintext>                       | <plaintext>, which has no end tag
                    <h1>A</h1>#<script><!--<script></script>     | <script>, which has no end tag
                    <h1>A</h1>#<!-- x </body></html>             | a comment
                    <h1>A</h1>#<!--                              | a comment
                    <h1>A</h1>#<!x                               | a tag that has no end
                    <h1>A</h1>#<?x                               | a tag that has no end
                    <h1>A</h1>#</                                | a tag that has no end
                    <h1>A</h1>#</p                               | a tag that has no end
                    <h1>A</h1>#<p cla                            | a tag that has no end
                    <h1>A</h1>#<p class="a>b</p></body></html>   | a tag that has no end
                    <h1>A</h1>#<svg><![CDATA[ x                  | a tag that has no end
                    <h1>A</h1>#<                                 | -
                    <h1>A</h1>#&am                               | -
                    <h1>A</h1>#<svg><![CDATA[ x]]>               | -
                    <h1>A</h1>#<svg><script/></svg>              | -
                    <h1>A</h1>#<!-- x --!>                       | -
                    <h1>A</h1>#<!-- x --><!x>                    | -
                    """)
    void injectsNothingBehindWhatHasNoEnd(String markup, String unfinished) {
        var page = markup.replace('#', '\n');
        site.page("a.html", page)
                .injects(
                        new InjectRule("h1", "after", "views", Map.of(), List.of(), List.of()),
                        new InjectRule("body", "append", "views", Map.of(), List.of(), List.of()));

        if (unfinished != null) {
            int column = page.startsWith("<svg>", page.indexOf('\n') + 1) ? 6 : 1;
            assertThatThrownBy(site::render)
                    .hasMessage("a.html:2:" + column + ": <inject> 2 (body, append): the page ends inside " + unfinished
                            + ", so nothing can be injected behind it: close it");
            assertThat(site.read("a.html")).isEqualTo(page);
            site.injects(new InjectRule("h1", "after", "views", Map.of(), List.of(), List.of()));
        }
        site.render();
        var filled = site.read("a.html");
        assertThat(filled).isNotEqualTo(page);
        site.path("record").toFile().delete();
        assertThat(site.render().changed()).isEmpty();
        site.injects().render();
        assertThat(site.read("a.html")).isEqualTo(page);
    }

    /** Relative links are relative to the address in {@code base}. So links on such a page begin at the root. */
    @ParameterizedTest
    @CsvSource({
        "<base href=/x/>, /docs/b/",
        "<base target=_blank>, b/",
        "<!-- <base href=/x/> -->, b/",
        "<p>a<base href=/x/>, /docs/b/",
        "<title>A</title><noscript><img></noscript><base href=/x/>, /docs/b/",
        "<title>A</title><noscript><base href=/x/></noscript>, b/",
        "<p>a<noscript><base href=/x/></noscript>, b/",
        "<p>a<template><base href=/x/></template>, b/",
        "<template><p></template><base href=/x/>, /docs/b/",
        "<svg><base href=/x/></svg>, b/",
    })
    void linksFromTheRootOnPagesWithABaseAddress(String head, String href) {
        site.url("https://example.com/docs")
                .page("a.html", head + LIST)
                .page("b/index.html", "<title>B</title>")
                .views("docs/b/", 1);

        site.render();

        assertThat(site.read("a.html")).contains("<a href=\"" + href + "\">B</a>");
    }

    /** A web server sends them for any page that does not exist, in any folder. */
    @ParameterizedTest
    @CsvSource({"404.html, /docs/b/", "de/404.html, /docs/b/", "x404.html, b/"})
    void linksFromTheRootOnErrorPages(String page, String href) {
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
    void rendersPagesOfMegabytesInOneLineInLinearTime() {
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
    void reportsMistakesOfAHugePageWithoutReadingItForEach() {
        site.page("a.html", "<i data-pagetrack=x></i>".repeat(200_000));

        assertThatThrownBy(site::render).hasMessageEndingWith("\n… and 199990 more");
    }
}
