package dev.pagetrack.render;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.render.testing.TestSite;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages are read and written in the charset that they declare. */
class PageCharsetTest {

    private static final String LIST = "<ol data-pagetrack=most-viewed></ol>";

    @TempDir
    Path folder;

    private TestSite site;

    @BeforeEach
    void makeSite() {
        site = new TestSite(folder);
    }

    /** Titles and links are correct from pages in any charset in pages in any other. */
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

    private static String item(String page, String title, int views) {
        return "<li><a href=\"" + page + ".html\">" + title + "</a> <span class=\"pagetrack-views\">" + views
                + "</span></li>\n";
    }

    /** The item in the list on the page itself. */
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
