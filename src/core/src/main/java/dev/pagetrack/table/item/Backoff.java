package dev.pagetrack.table.item;

import dev.pagetrack.Sleeper;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Waits before a call is tried again. The pauses grow with each attempt. They are random, so that writers that
 * conflicted once do not conflict again.
 *
 * @see <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">Exponential Backoff And
 *     Jitter</a>
 */
public final class Backoff {

    /**
     * An operation that may have to be tried more than once.
     *
     * @param <E> thrown if another attempt would be useless
     */
    @FunctionalInterface
    public interface Attempt<E extends Exception> {

        /**
         * Makes one attempt.
         *
         * @param number the number of this attempt, from 1
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
     * Makes a call, and repeats it while it fails with a transient error.
     *
     * @param table the table's name, for messages
     * @param what what the call does, for messages
     * @throws TableException if the call fails with another error, or too often
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
     * Makes a batch call, and repeats it with what it left unprocessed until nothing is left.
     *
     * @param call takes what is left, and returns what is still left afterwards
     * @throws TableException as {@link #withRetries}
     */
    <T> void untilNothingIsLeft(String table, String what, Map<String, T> all, UnaryOperator<Map<String, T>> call) {
        var left = all;
        for (int attempt = 1; !left.isEmpty(); attempt++) {
            try {
                left = call.apply(left);
                if (!left.isEmpty()) {
                    pause(attempt, what, new TableException("DynamoDB left some items unprocessed."));
                }
            } catch (SdkException e) {
                if (!DynamoDbErrors.isTransient(e)) {
                    throw DynamoDbErrors.explain(table, e);
                }
                pause(attempt, what, e);
            }
        }
    }

    /**
     * Repeats an operation until it succeeds.
     *
     * @param problem why an attempt may not succeed, as a sentence
     */
    public <E extends Exception> void until(String what, String problem, Attempt<E> attempt) throws E {
        for (int number = 1; !attempt.succeeds(number); number++) {
            pause(number, what, new TableException(problem));
        }
    }

    /**
     * Waits before the next attempt.
     *
     * @param attempt how many attempts have failed, from 1
     * @param what what is being tried, for messages
     * @throws TableException if too many attempts have failed, or the thread is interrupted
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
