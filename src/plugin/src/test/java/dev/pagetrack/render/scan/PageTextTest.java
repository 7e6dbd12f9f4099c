package dev.pagetrack.render.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTextTest {

    @Test
    void readsTheTitlesOfAPageAsPlainText() {
        var page = read("<title>T | Site</title><meta property=og:title content='O&amp;O'>"
                + "<meta property=og:site_name content=Site><body><h1>H</h1>");
        assertThat(page.openGraphTitle()).isEqualTo("O&O");
        assertThat(page.heading()).isEqualTo("H");
        assertThat(page.title()).isEqualTo("T | Site");
        assertThat(page.siteName()).isEqualTo("Site");
        var other = read(
                "<svg><title>no</title></svg><title> T\n &mdash; x</title><h1 class=a>H <em>&lt;e&gt;</em>\n</h1>");
        assertThat(other.title()).isEqualTo("T — x");
        assertThat(other.heading()).isEqualTo("H <e>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<h1>T<a class=headerlink href=#t title='Permalink to this heading'>¶</a></h1>              | T",
                "<h1>T <a class=header-anchor href=#t aria-label='Permalink to T'>&#8203;</a></h1>          | T",
                "<h1>T<a class=header-anchor href=/b.html#t>Permalink to “T”</a></h1>                       | T",
                "<h1><a class=anchor href=https://x.example/b.html#t>#</a> T</h1>                           | T",
                "<h1>T <a class=anchor href=#t><span class=visually-hidden>Permalink to T</span>#</a></h1>  | T",
                "<h1>T <a href=#t><span hidden>Permalink</span></a></h1>                                    | T",
                "<h1 id=t><a class=header href=#t>T</a></h1>                                                | T",
                "<h1><a class=header-anchor href=/b.html#t><span>T</span></a></h1>                          | T",
                "<h1>See <a href=/b.html#t>chapter 3</a></h1>                                               | See chapter 3",
                "<h1><svg><title>Icon</title></svg>T</h1>                                                   | T",
                "<h1><span class=sr-only>Post: </span>T<button>Copy</button></h1>                           | T",
                "<h1>&nbsp;T&nbsp;U&#8203;&nbsp;</h1>                                                       | T U",
                "<noscript><h1>No scripts?</h1></noscript><h1>T</h1>                                        | T",
                "<template><template></template><h1>{{x}}</h1></template><h1>T</h1>                         | T",
                "<h1 hidden>X</h1><h1>T</h1>                                                                | T",
                "<div hidden><p><h1>X</h1></div><h1>T</h1>                                                  | T",
                "<div hidden></div><input hidden><h1>T</h1>                                                 | T",
                "<dialog><h1>Search</h1></dialog><dialog open><h1>T</h1></dialog>                           | T",
                "<div aria-hidden=true style='display:none'><h1>X</h1></div><h1>T</h1>                      | T",
                "<body style='display: none'><h1>T</h1>                                                     | T",
                "<svg><foreignObject><h1>X</h1></foreignObject></svg><h1>T</h1>                             | T",
                "<h1><img src=logo.png alt=Site></h1><h1>T</h1>                                             | T",
            })
    void readsAHeadingAsReadersSeeIt(String html, String heading) {
        assertThat(read(html).heading()).isEqualTo(heading);
    }

    @Test
    void seesAllNamesOfAMetaElement() {
        assertThat(read("<meta name=title property=og:title content=A>").openGraphTitle())
                .isEqualTo("A");
        assertThat(read("<meta property='og:title twitter:title' name=x content=A>")
                        .openGraphTitle())
                .isEqualTo("A");
    }

    @ParameterizedTest
    @CsvSource({
        "<!DOCTYPE html><meta charset=utf-8>Hi, true",
        "<html><p>Hi, true",
        "<title>x</title>Hi, true",
        "<h1>x</h1>Hi, true",
        "'', false",
        "' \n', false",
        "google-site-verification: google0123.html, false",
        "<script>window.x='<html>'</script>, false",
        "<div class=card><h2>Card</h2></div>, false",
        "<!-- <html> --><p>x, false",
        "<svg><title>x</title></svg>, false",
    })
    void tellsDocumentsFromOtherFiles(String html, boolean document) {
        assertThat(read(html).document()).isEqualTo(document);
    }

    private static PageText read(String html) {
        return PageText.of(html.getBytes(UTF_8));
    }
}
