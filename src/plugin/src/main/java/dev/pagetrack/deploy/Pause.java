package dev.pagetrack.deploy;

import java.time.Duration;

/** How to wait between two looks at something that takes its time. */
@FunctionalInterface
public interface Pause {

    void take(Duration length);

    /**
     * Sleeps.
     *
     * @throws DeployException if it is interrupted; the deployment itself goes on in AWS
     */
    static void sleep(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeployException("interrupted; what CloudFormation has begun goes on without this build.", e);
        }
    }
}
