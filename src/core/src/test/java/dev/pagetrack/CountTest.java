package dev.pagetrack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountTest {

    @Test
    void usesTheSingularForOneAndThePluralOtherwise() {
        assertThat(Count.of(0, "page")).isEqualTo("0 pages");
        assertThat(Count.of(1, "page")).isEqualTo("1 page");
        assertThat(Count.of(1_234, "page")).isEqualTo("1,234 pages");
        assertThat(Count.of(1, "query", "queries")).isEqualTo("1 query");
        assertThat(Count.of(2, "query", "queries")).isEqualTo("2 queries");
    }
}
