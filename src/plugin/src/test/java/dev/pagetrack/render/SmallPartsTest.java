package dev.pagetrack.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.testing.Seed;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallPartsTest {

    @RegisterExtension
    final Seed seed = Seed.of(8);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | 1,234,567
                    de | 1.234.567
                    de-CH | 1’234’567
                    fr | 1\u202F234\u202F567
                    ru | 1\u00A0234\u00A0567
                    es-MX | 1,234,567
                    tr | 1.234.567
                    ar-EG | 1,234,567
                    hi | 12,34,567
                    hi-IN | 12,34,567
                    en-IN | 12,34,567
                    ta-LK | 12,34,567
                    ta-SG | 1,234,567
                    """)
    void groupsDigitsAsALocaleDoes(String locale, String expected) {
        assertThat(new Figure(1234567, Locale.forLanguageTag(locale))).hasToString(expected);
        assertThat(new Figure(999, Locale.forLanguageTag(locale))).hasToString("999");
    }

    @ParameterizedTest
    @CsvSource({
        "index.html, index.html, ./",
        "a/b/index.html, index.html, ../../",
        "a/b/index.html, a/c/index.html, ../c/",
        "a/b.html, a/bc/d.html, bc/d.html",
        "a/b/c.html, a/b/c.html, c.html",
        "index.html, x:y/index.html, ./x:y/",
        "a/index.html, a/über uns?#%.html, %C3%BCber%20uns%3F%23%25.html",
    })
    void linksFromPageToPage(String from, String to, String expected) {
        assertThat(RelativeLink.between(from, SitePages.link(to))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "index.html, /",
        "a/index.html, a/",
        "a.html, a.html",
        "myindex.html, myindex.html",
        "50%/#1/index.html, 50%25/%231/",
    })
    void namesThePageOfAFile(String file, String page) {
        assertThat(SitePages.ofFile(file)).isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/blog/a/, blog/a/",
        "blog/a/index.html, blog/a/",
        "/gr%C3%B6%C3%9Fe/, größe/",
        "50%25, 50%25",
        "50%, 50%25",
        "%FF, %25FF",
        "日本%E8%AA%9E, 日本語",
    })
    void understandsThePageAnAuthorMeans(String written, String page) {
        assertThat(SitePages.path(written)).isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/a/, a/",
        "https://EXAMPLE.com:8443/a/index.html?x#y, a/",
        "//example.com, /",
        "/%C3%A9.html, é.html",
        "https://other.example/a/, ",
        "a/, ",
        "mailto:x@example.com, ",
    })
    void readsACanonicalLink(String link, String page) {
        assertThat(CanonicalLink.page(link, "example.com")).isEqualTo(Optional.ofNullable(page));
    }

    @ParameterizedTest
    @CsvSource({
        "limt, limit, 1",
        "limit, limit, 0",
        "lmiit, limit, 1",
        "peroid, period, 1",
        "date, page, 2",
        "'', page, 4"
    })
    void tellsHowFarASpellingIsOff(String written, String right, int distance) {
        assertThat(Spelling.distance(written, right)).isEqualTo(distance);
    }

    @Test
    void takesTheTitleThatSuitsALinkBest() {
        assertThat(PageText.of("<title>T | Site</title><meta property=og:title content='O&amp;O'><body><h1>H</h1>"
                        .getBytes(UTF_8)))
                .isEqualTo(new PageText("O&O", "", "T | Site", "", false));
        assertThat(PageText.of(
                        "<svg><title>no</title></svg><title> T\n &mdash; x</title><h1 class=a>H <em>&lt;e&gt;</em>\n</h1>"
                                .getBytes(UTF_8)))
                .isEqualTo(new PageText("", "H <e>", "T — x", "", false));
    }

    @Test
    void findsWhatMostTitlesEndIn() {
        assertThat(PageTexts.sharedSuffix(List.of("A | Site", "B - C | Site", "Site")))
                .isEqualTo(" | Site");
        assertThat(PageTexts.sharedSuffix(List.of("A – My Site | Co", "B – My Site | Co")))
                .isEqualTo(" – My Site | Co");
        assertThat(PageTexts.sharedSuffix(List.of("A | Site"))).isEmpty();
        assertThat(PageTexts.sharedSuffix(List.of("A | X", "B | Y", "Well-known")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "pagetrack, 0",
        "<PAGETRACK, 1",
        "pagetrackpagetrac, 0",
        "pagetrackpagetrack, 0 9",
        "xpagepagetrackpagetrack, 5 14",
        "pagetrac, ''",
        "'', ''"
    })
    void findsTheMentions(String html, String at) {
        var mentions = Prefilter.mentions(html.getBytes(UTF_8));
        assertThat(IntStream.of(mentions).mapToObj(Integer::toString).collect(joining(" ")))
                .isEqualTo(at);
    }

    @Test
    void findsAMentionWhereverItBegins() {
        var others =
                seed.random().ints(60, 'a', 'z').mapToObj(c -> "" + (char) c).collect(joining());
        for (int at = 0; at < 40; at++) {
            for (int after = 0; after < 20; after++) {
                var html = others.substring(0, at) + "PageTrack" + others.substring(at, at + after);
                assertThat(Prefilter.mentions(html.getBytes(UTF_8))).as(html).containsExactly(at);
                var cut = html.getBytes(UTF_8);
                assertThat(Prefilter.mentions(cut, at + 8)).as(html).isEmpty();
            }
        }
    }

    @Test
    void findsAnyNumberOfMentions() {
        assertThat(Prefilter.mentions("pagetrack".repeat(1000).getBytes(UTF_8)))
                .isEqualTo(IntStream.range(0, 1000).map(i -> 9 * i).toArray());
    }
}
