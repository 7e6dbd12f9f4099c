package dev.pagetrack.render.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FileLikePagesTest {

    @Test
    void namesThePagesThatLookLikeFiles() {
        assertThat(FileLikePages.advice(pages(
                        "posts/release-2.0/index.html", "blog/node.js.html", "a/index.html", "v1.0/a.html", "x.htm")))
                .hasValueSatisfying(
                        advice -> assertThat(advice).endsWith(" -Dpagetrack.pages=blog/node.js,posts/release-2.0"));
    }

    @Test
    void isSilentForOtherSites() {
        assertThat(FileLikePages.advice(pages("index.html", "a/index.html", "blog/b.html", "v1.0/a/index.html")))
                .isEmpty();
    }

    @Test
    void namesAFewOfMany() {
        var files = IntStream.range(0, 12).mapToObj(i -> "posts/v1." + i + ".html");
        assertThat(FileLikePages.advice(pages(files.toArray(String[]::new))))
                .hasValueSatisfying(advice -> assertThat(advice).endsWith(", and 2 more"));
    }

    private static List<String> pages(String... files) {
        return Stream.of(files).map(SitePaths::ofFile).toList();
    }
}
