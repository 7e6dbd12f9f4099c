package dev.pagetrack.render.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.render.testing.TestSite;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    /** A rendering says so of pages without views only: the others are counted. */
    @Test
    void areNamedByARendering(@TempDir Path folder) {
        var site = new TestSite(folder);
        for (var page : List.of("posts/release-1.0", "posts/release-2.0")) {
            site.page(page + "/index.html", "<h1>" + page + "</h1><i data-pagetrack=views>–</i>");
        }
        site.views("posts/release-1.0/", 7);
        assertThat(site.render().notes()).anyMatch(note -> note.endsWith(" -Dpagetrack.pages=posts/release-2.0"));
    }

    private static List<String> pages(String... files) {
        return Stream.of(files).map(SitePaths::ofFile).toList();
    }
}
