package dev.pagetrack.render.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageTextTest {

    @Test
    void readsTheTitlesOfAPageAsPlainText() {
        assertThat(PageText.of("<title>T | Site</title><meta property=og:title content='O&amp;O'><body><h1>H</h1>"
                        .getBytes(UTF_8)))
                .isEqualTo(new PageText("O&O", "", "T | Site", "", false));
        assertThat(PageText.of(
                        "<svg><title>no</title></svg><title> T\n &mdash; x</title><h1 class=a>H <em>&lt;e&gt;</em>\n</h1>"
                                .getBytes(UTF_8)))
                .isEqualTo(new PageText("", "H <e>", "T — x", "", false));
    }
}
