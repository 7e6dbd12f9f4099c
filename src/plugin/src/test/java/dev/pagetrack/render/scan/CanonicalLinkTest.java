package dev.pagetrack.render.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalLinkTest {

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
    void convertsACanonicalLinkToAPagePath(String link, String page) {
        assertThat(CanonicalLink.page(link, "example.com")).isEqualTo(Optional.ofNullable(page));
    }
}
