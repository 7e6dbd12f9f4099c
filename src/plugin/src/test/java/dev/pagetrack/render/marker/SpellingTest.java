package dev.pagetrack.render.marker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "limt, limit, 1",
        "limit, limit, 0",
        "lmiit, limit, 1",
        "peroid, period, 1",
        "date, page, 2",
        "'', page, 4"
    })
    void countsEdits(String written, String right, int distance) {
        assertThat(Spelling.distance(written, right)).isEqualTo(distance);
    }
}
