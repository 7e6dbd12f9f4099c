package dev.pagetrack;

import java.time.Duration;

/** Waits for some time. Tests pass one that does not. */
@FunctionalInterface
public interface Sleeper {

    /**
     * Waits.
     *
     * @throws InterruptedException if this thread is interrupted
     */
    void sleep(Duration time) throws InterruptedException;
}
