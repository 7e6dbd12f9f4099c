package dev.pagetrack.render.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Random;

/**
 * Makes random pages as generators write them: with markers in many styles, text like markers, and missing end tags.
 */
public final class SamplePage {

    /** An inline image, in which other rules for markup apply. */
    public static final String SVG =
            "<svg width=24 viewBox=\"0 0 24 24\"><title>t</title><path d=\"M1 2\"/><circle r=\"3\"/></svg>";

    private static final List<String> BLOCKS = List.of(
            "<p>R&D, a &lt; b, café — 日本語</p>\n",
            "<p>not closed <em>at all</em> &amp; so\n",
            "<ul>\n  <li>one</li>\n  <li>two\n  <li><a href=/x/ rel=tag>three</a></ul>\n",
            "<pre class=\"c\"><code class=language-java>if (a &lt; b) <b>x</b>;\n</code></pre>\n",
            "<figure><img src='/a.png' alt=\"&quot;x&quot; > y\"><figcaption>f</figcaption></figure>\n",
            "<blockquote cite='https://example.org/'><p>quoted</blockquote>\n",
            "<table><thead><tr><th>Name<th>Value</thead><tbody><tr><td>a<td>b<tr><td>c</table>\n",
            SVG + "\n",
            "<script>for (i = 0; i << 1 < 9;) { d.write(\"<p>\" + i + \"<\\/p>\") }</script>\n",
            "<!--[if lt IE 9]><script src=\"x.js\"></script><![endif]-->\n",
            "<br><input disabled><hr/>\r\n");

    private static final List<String> DECOYS = List.of(
            "<!-- <span data-pagetrack=\"views\">1</span> -->",
            "<script>var t = '<span data-pagetrack=\"views\"></span>';</script>",
            "<textarea rows=2><span data-pagetrack=\"views\"></span></textarea>",
            "<i title='<span data-pagetrack=\"views\"></span>'>hover me</i>",
            "<span data-pagetrackx=\"views\">no</span>");

    private static final List<String> MARKERS = List.of(
            "<span data-pagetrack=\"views\"></span>",
            "<span class=\"meta\" data-pagetrack=\"views\" aria-label=\"Views\">0</span>",
            "<span data-pagetrack='views' class=views>1,234</span>",
            "<SPAN DATA-PAGETRACK=views> </SPAN>",
            "<b\n   data-pagetrack=\"views\"\n   title=\"a > b\"><i>17</i></b>",
            "<strong data-pagetrack = \"views\"><!-- none yet --></strong>",
            "<div data-pagetrack=\"most-viewed\" data-limit=\"5\"><div><p>nothing yet</div></div>",
            "<ol data-pagetrack=most-viewed data-limit=3>\n<li>Old (3)\n<li>x</ol>");

    private SamplePage() {}

    public static byte[] of(Random random) {
        var page = new StringBuilder(
                        "<!DOCTYPE html>\n<html lang=en>\n<head><meta charset=utf-8><title>a < b</title>\n")
                .append("<style>ul>li{margin:0}</style></head>\n<body>\n<article><h1>x</h1>");
        for (int i = random.nextInt(30); i >= 0; i--) {
            int kind = random.nextInt(10);
            page.append(pick(random, kind == 0 ? DECOYS : kind == 1 ? MARKERS : BLOCKS));
        }
        return page.append("</article></body></html>\n").toString().getBytes(UTF_8);
    }

    public static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
