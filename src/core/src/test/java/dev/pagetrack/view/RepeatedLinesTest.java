package dev.pagetrack.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class RepeatedLinesTest {

    private final RepeatedLines lines = new RepeatedLines();

    @Test
    void numbersEqualLinesOfTheSameSecondWithinAnHour() {
        assertThat(ordinal(5000, 1)).isZero();
        assertThat(ordinal(5000, 1)).isEqualTo(1);
        assertThat(ordinal(5000, 2)).isZero();
        assertThat(ordinal(5001, 1)).isZero();
        assertThat(ordinal(8600, 1)).isZero();
        assertThat(ordinal(5000, 1)).as("an hour later").isEqualTo(2);
    }

    @Test
    void forgetsOlderLines() {
        ordinal(5000, 1);
        ordinal(8601, 1);
        assertThat(ordinal(5000, 1)).isZero();
    }

    private int ordinal(long second, int line) {
        return lines.ordinal(second, BigInteger.valueOf(line));
    }
}
