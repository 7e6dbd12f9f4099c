package dev.pagetrack.table.item;

import dev.pagetrack.Sleeper;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Waits before a call is tried again: longer each time, and by chance, so that writers that met once do not meet again.
 *
 * @see <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">Exponential Backoff And
 *     Jitter</a>
 */
public final class Backoff {

    /**
     * Something that may have to be tried more than once.
     *
     * @param <E> what it throws when trying again is of no use
     */
    @FunctionalInterface
    public interface Attempt<E extends Exception> {

        /**
         * Tries it.
         *
         * @param number how often it is tried with this attempt, from 1
         * @return whether it succeeded
         */
        boolean succeeds(int number) throws E;
    }

    private static final long BASE_MILLIS = 25;
    private static final long MAX_MILLIS = 5_000;
    private static final int MAX_ATTEMPTS = 20;

    private final RandomGenerator random;
    private final Sleeper sleeper;

    public Backoff(RandomGenerator random, Sleeper sleeper) {
        this.random = random;
        this.sleeper = sleeper;
    }

    /**
     * Makes a call, and makes it again while what it fails for can pass.
     *
     * @throws TableException for every failure of the SDK that cannot, or that does not
     */
    <T> T withRetries(String table, String what, Supplier<T> call) {
        for (int attempt = 1; true; attempt++) {
            try {
                return call.get();
            } catch (SdkException e) {
                if (!DynamoDbErrors.isTransient(e)) {
                    throw DynamoDbErrors.explain(table, e);
                }
                pause(attempt, what, e);
            }
        }
    }

    /**
     * Makes a call that may leave some of what it is given undone, and makes it again with that until nothing is left.
     *
     * @param call takes what is left, and returns what is left then
     * @throws TableException as {@link #withRetries}
     */
    <T> void untilNothingIsLeft(String table, String what, Map<String, T> all, UnaryOperator<Map<String, T>> call) {
        var left = all;
        for (int attempt = 1; !left.isEmpty(); attempt++) {
            Exception problem = new TableException("DynamoDB left some of them unprocessed.");
            try {
                left = call.apply(left);
            } catch (SdkException e) {
                if (!DynamoDbErrors.isTransient(e)) {
                    throw DynamoDbErrors.explain(table, e);
                }
                problem = e;
            }
            if (!left.isEmpty()) {
                pause(attempt, what, problem);
            }
        }
    }

    /**
     * Tries something until it succeeds.
     *
     * @param problem what keeps an attempt from succeeding, as a sentence
     */
    public <E extends Exception> void until(String what, String problem, Attempt<E> attempt) throws E {
        for (int number = 1; !attempt.succeeds(number); number++) {
            pause(number, what, new TableException(problem));
        }
    }

    /**
     * Waits before the next attempt.
     *
     * @param attempt how many failed before, from 1
     * @throws TableException if that were too many, or the thread is interrupted
     */
    public void pause(int attempt, String what, Throwable cause) {
        if (attempt > MAX_ATTEMPTS) {
            throw new TableException(
                    "the table stays too busy: " + what + " failed " + attempt + " times, the last time with: "
                            + cause.getMessage() + " What was written is consistent; run it again to write the rest.",
                    cause);
        }
        long ceiling = Math.min(MAX_MILLIS, BASE_MILLIS << Math.min(attempt, 10));
        try {
            sleeper.sleep(Duration.ofMillis(random.nextLong(ceiling) + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TableException(what + " was interrupted. What was written is consistent; run it again.", e);
        }
    }
}
