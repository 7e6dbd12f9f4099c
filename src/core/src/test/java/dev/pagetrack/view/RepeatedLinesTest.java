package dev.pagetrack.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.view.RepeatedLines.LineHash;
import org.junit.jupiter.api.Test;

class RepeatedLinesTest {

    @Test
    void numbersEqualLines() {
        var lines = new RepeatedLines();
        assertThat(ordinal(lines, 1)).isZero();
        assertThat(ordinal(lines, 1)).isEqualTo(1);
        assertThat(ordinal(lines, 2)).isZero();
        assertThat(ordinal(lines, 1)).isEqualTo(2);
        assertThat(lines.ordinal(new LineHash(1, 1))).as("another high half").isZero();
    }

    @Test
    void forgetsTheLineThatItWasAskedForLongestAgo() {
        var lines = new RepeatedLines(3);
        for (int line : new int[] {1, 2, 3}) {
            assertThat(ordinal(lines, line)).isZero();
        }
        assertThat(ordinal(lines, 1)).isEqualTo(1);
        assertThat(ordinal(lines, 4)).isZero();
        assertThat(ordinal(lines, 1)).isEqualTo(2);
        assertThat(ordinal(lines, 3)).isEqualTo(1);
        assertThat(ordinal(lines, 2)).as("forgotten when 4 came").isZero();
    }

    private static int ordinal(RepeatedLines lines, long line) {
        return lines.ordinal(new LineHash(0, line));
    }
}
