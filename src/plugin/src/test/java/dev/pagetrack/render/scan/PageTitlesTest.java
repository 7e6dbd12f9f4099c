package dev.pagetrack.render.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTitlesTest {

    @Test
    void findsTheSuffixThatMostTitlesShare() {
        assertThat(PageTitles.sharedSuffix(List.of("A | Site", "B - C | Site", "Site")))
                .isEqualTo(" | Site");
        assertThat(PageTitles.sharedSuffix(List.of("A – My Site | Co", "B – My Site | Co")))
                .isEqualTo(" – My Site | Co");
        assertThat(PageTitles.sharedSuffix(List.of("A | Site"))).isEmpty();
        assertThat(PageTitles.sharedSuffix(List.of("A | X", "B | Y", "Well-known")))
                .isEmpty();
    }
}
