package dev.pagetrack.render.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SitePathsTest {

    @ParameterizedTest
    @CsvSource({
        "index.html, /",
        "a/index.html, a/",
        "a.html, a.html",
        "myindex.html, myindex.html",
        "50%/#1/index.html, 50%25/%231/",
    })
    void findsThePagePathOfAFile(String file, String page) {
        assertThat(SitePaths.ofFile(file)).isEqualTo(page);
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
    void understandsThePathThatAnAuthorWrote(String written, String page) {
        assertThat(SitePaths.path(written)).isEqualTo(page);
    }
}
