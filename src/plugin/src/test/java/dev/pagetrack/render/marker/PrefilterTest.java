package dev.pagetrack.render.marker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.testing.Seed;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrefilterTest {

    @RegisterExtension
    final Seed seed = Seed.of(8);

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
    void findsMentionsOfTheWord(String html, String at) {
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
