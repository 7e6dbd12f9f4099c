package dev.pagetrack.testing;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.IncompleteExecutionException;

/**
 * The seed of a test's random numbers. When the test fails, its message names the seed, and the system property
 * {@value #PROPERTY} repeats the test with it.
 *
 * <pre>{@code
 * @RegisterExtension
 * final Seed seed = Seed.of(7);
 *
 * @Test
 * void agreesWithTheOracle() {
 *     var random = seed.random();
 * }
 * }</pre>
 */
public final class Seed implements TestExecutionExceptionHandler {

    /** The system property that replaces the seed of every test. */
    public static final String PROPERTY = "test.seed";

    private final long first;
    private long last;

    private Seed(long first) {
        this.first = first;
        this.last = first;
    }

    /**
     * A seed that is the same in every run, so that the test's result does not depend on chance.
     *
     * @param usual the seed, unless the system property gives another
     * @throws NumberFormatException if the system property is no number
     */
    public static Seed of(long usual) {
        var given = System.getProperty(PROPERTY);
        return new Seed(given == null ? usual : Long.parseLong(given));
    }

    /**
     * Another seed in every run: for a test whose other side, as the time of a kill, cannot be repeated anyway.
     *
     * @throws NumberFormatException if the system property is no number
     */
    public static Seed ofEachRun() {
        return of(new Random().nextLong());
    }

    /** Random numbers of this seed: the same in every call. */
    public Random random() {
        return random(0);
    }

    /**
     * Random numbers for one round of a test of many rounds. A failure names the seed of the round that was under way; a run
     * that is given this seed begins with that round.
     *
     * @param round counted from 0
     */
    public Random random(int round) {
        last = first + round;
        return new Random(last);
    }

    @Override
    public void handleTestExecutionException(@Nullable ExtensionContext context, Throwable failure) throws Throwable {
        if (failure instanceof IncompleteExecutionException) {
            throw failure;
        }
        throw new AssertionError(
                failure.getMessage() + "\nRandom seed " + last + ": repeat with -D" + PROPERTY + "=" + last, failure);
    }
}
