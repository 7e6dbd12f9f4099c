package dev.pagetrack.render.marker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.html.BaseElement;
import dev.pagetrack.html.PageCharset;
import dev.pagetrack.render.site.PageBuffer;
import dev.pagetrack.render.testing.JsoupOracle;
import dev.pagetrack.render.testing.MarkerSearch;
import dev.pagetrack.render.testing.SamplePage;
import dev.pagetrack.testing.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Compares the markers that are found with those that jsoup finds, in random pages. */
class MarkerOracleTest {

    private static final List<String> SCRAPS = List.of(
            "<",
            ">",
            "/",
            "\"",
            "'",
            "=",
            "-->",
            "<!--",
            "<!",
            "</",
            "<b>",
            "</b>",
            "<p>",
            "</p>",
            "<div>",
            "</div>",
            "</span>",
            "<span>",
            "<ul>",
            "</ul>",
            "<li>",
            "</li>",
            "<a href=x>",
            "</a>",
            "<br>",
            "</br>",
            "<script>",
            "</script>",
            "<textarea>",
            "</title>",
            "<svg>",
            "</svg>",
            "<i/>",
            "<![CDATA[",
            "]]>",
            "<?x",
            "--!>",
            "&lt;",
            "<span data-pagetrack=views>",
            "<td>",
            "<h2>",
            "</h2>",
            "</x>",
            "<x/ y>",
            "\0",
            "\f");

    @RegisterExtension
    final Seed seed = Seed.of(0);

    @Test
    void agreesWithJsoupOnPagesThatGeneratorsWrite() {
        for (int round = 0; round < 300; round++) {
            var random = seed.random(round);
            var html = SamplePage.of(random);
            assertThat(MarkerSearch.problems(html)).isEmpty();
            assertThat(MarkerSearch.ranges(html))
                    .as(new String(html, UTF_8))
                    .isEqualTo(JsoupOracle.elementMarkers(html));
        }
    }

    @Test
    void findsNothingThatJsoupDoesNotFindInDamagedPages() {
        for (int round = 0; round < 4000; round++) {
            var random = seed.random(round);
            var html = SamplePage.of(random);
            for (int i = random.nextInt(4); i >= 0; i--) {
                html = damaged(html, random);
            }
            if (isForeignContentDamaged(html)) {
                continue;
            }
            var page = new String(html, UTF_8);
            assertThat(JsoupOracle.elementMarkers(html)).as(page).containsAll(MarkerSearch.ranges(html));
            if (MarkerSearch.problems(html).isEmpty()) {
                assertThat(MarkerSearch.ranges(html)).as(page).isEqualTo(JsoupOracle.elementMarkers(html));
            }
        }
    }

    /** A {@link PageBuffer} may be longer than its page. */
    @Test
    void findsTheSameIfZerosFollowThePage() {
        for (int round = 0; round < 2000; round++) {
            var random = seed.random(round);
            var html = SamplePage.of(random);
            for (int i = random.nextInt(4); i > 0; i--) {
                html = damaged(html, random);
            }
            var followed = Arrays.copyOf(html, html.length + 1 + random.nextInt(100));
            var page = new String(html, UTF_8);
            assertThat(MarkerSearch.find(followed)).as(page).isEqualTo(MarkerSearch.find(html));
            assertThat(MarkerSearch.problems(followed)).as(page).isEqualTo(MarkerSearch.problems(html));
            assertThat(PageCharset.of(followed)).as(page).isEqualTo(PageCharset.of(html));
            assertThat(BaseElement.isIn(followed)).as(page).isEqualTo(BaseElement.isIn(html));
        }
    }

    private static byte[] damaged(byte[] html, Random random) {
        var text = new String(html, ISO_8859_1);
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + random.nextInt(8));
        var scrap = random.nextBoolean() ? SamplePage.pick(random, SCRAPS) : "";
        return (text.substring(0, at) + scrap + text.substring(random.nextBoolean() ? at : end)).getBytes(ISO_8859_1);
    }

    /**
     * In an SVG element that never ends, jsoup reads a script as text. The HTML standard (13.2.6.5) reads it as markup.
     */
    private static boolean isForeignContentDamaged(byte[] html) {
        return new String(html, ISO_8859_1).replace(SamplePage.SVG, "").contains("svg");
    }
}
