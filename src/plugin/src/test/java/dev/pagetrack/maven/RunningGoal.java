package dev.pagetrack.maven;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A goal that runs until it is interrupted. */
final class RunningGoal implements AutoCloseable {

    private final FutureTask<Boolean> task;
    private final Thread thread;

    private RunningGoal(FutureTask<Boolean> task) {
        this.task = task;
        this.thread = new Thread(task, "goal");
    }

    static RunningGoal start(AbstractPageTrackMojo mojo) {
        var goal = new RunningGoal(new FutureTask<>(() -> {
            mojo.execute();
            return Thread.interrupted();
        }));
        goal.thread.start();
        return goal;
    }

    /** Interrupts the goal and waits for its end. True if the goal kept the interrupt flag set for its caller. */
    boolean interrupt() {
        thread.interrupt();
        try {
            return task.get(1, TimeUnit.MINUTES);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        interrupt();
    }
}
