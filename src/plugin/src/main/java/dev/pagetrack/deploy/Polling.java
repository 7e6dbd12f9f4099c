package dev.pagetrack.deploy;

import dev.pagetrack.Sleeper;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Repeats a question until CloudFormation has an answer to it. */
final class Polling {

    private final Sleeper sleeper;

    Polling(Sleeper sleeper) {
        this.sleeper = sleeper;
    }

    /**
     * Asks until there is an answer.
     *
     * @param interval how long to wait after a question without an answer
     * @param attempts how many times to ask
     * @return empty if there was no answer in any attempt
     * @throws DeployException if the thread is interrupted while it waits; CloudFormation goes on
     */
    <T> Optional<T> poll(Duration interval, int attempts, Supplier<Optional<T>> question) {
        for (int attempt = 1; attempt <= attempts; attempt++) {
            var answer = question.get();
            if (answer.isPresent()) {
                return answer;
            }
            sleep(interval);
        }
        return Optional.empty();
    }

    private void sleep(Duration time) {
        try {
            sleeper.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeployException("interrupted. What CloudFormation has begun goes on without this build.", e);
        }
    }
}
