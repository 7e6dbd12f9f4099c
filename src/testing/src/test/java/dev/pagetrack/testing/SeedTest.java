package dev.pagetrack.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class SeedTest {

    private final String given = System.getProperty(Seed.PROPERTY);

    @BeforeEach
    void giveNone() {
        System.clearProperty(Seed.PROPERTY);
    }

    @AfterEach
    void giveWhatWasGiven() {
        if (given != null) {
            System.setProperty(Seed.PROPERTY, given);
        }
    }

    @Test
    void isTheUsualOneUnlessAnotherIsGiven() {
        assertThat(Seed.of(7).random().nextLong()).isEqualTo(new Random(7).nextLong());
        System.setProperty(Seed.PROPERTY, "-8");
        assertThat(Seed.of(7).random().nextLong()).isEqualTo(new Random(-8).nextLong());
        assertThat(Seed.ofEachRun().random().nextLong()).isEqualTo(new Random(-8).nextLong());
    }

    @Test
    void isAnotherInEachRunIfTheTestSaysSo() {
        assertThat(Seed.ofEachRun().random().nextLong())
                .isNotEqualTo(Seed.ofEachRun().random().nextLong());
    }

    @Test
    void isNamedByAFailure() {
        var failure = new AssertionError("expected 1");
        assertThatThrownBy(() -> Seed.of(7).handleTestExecutionException(null, failure))
                .hasMessage("expected 1\nRandom seed 7: repeat with -Dtest.seed=7")
                .hasCause(failure);
    }

    @Test
    void isThatOfTheRoundThatFailed() {
        var seed = Seed.of(7);
        long number = seed.random(30).nextLong();
        assertThatThrownBy(() -> seed.handleTestExecutionException(null, new AssertionError("")))
                .hasMessageContaining("-Dtest.seed=37");
        assertThat(Seed.of(37).random(0).nextLong()).isEqualTo(number);
    }

    @Test
    void leavesASkippedTestSkipped() {
        var skipped = new TestAbortedException("no program");
        assertThatThrownBy(() -> Seed.of(7).handleTestExecutionException(null, skipped))
                .isSameAs(skipped);
    }
}
