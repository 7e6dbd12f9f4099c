package dev.pagetrack.render.widget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.render.site.SitePaths;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelativeLinkTest {

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
        assertThat(RelativeLink.between(from, SitePaths.link(to))).isEqualTo(expected);
    }
}
