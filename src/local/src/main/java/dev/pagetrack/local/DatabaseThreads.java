package dev.pagetrack.local;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * The threads that DynamoDB Local and its server start. They are in one thread group, so that all of them can be
 * stopped, and have the class loader of this class as their context class loader: the caller may have loaded this class
 * in a loader that its own threads don't know.
 */
final class DatabaseThreads {
    /** The name that sqlite4java gives to the thread that executes all SQL. */
    private static final String WRITER = "SQLiteQueue";

    private static final long END_MILLIS = 5_000;

    private final ThreadGroup group = new ThreadGroup("pagetrack-local");

    /** Runs the task in a thread of the group: a daemon thread, in case the task never returns. */
    <T> CompletableFuture<T> submit(Callable<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(group, () -> complete(result, task), "pagetrack-local");
        thread.setDaemon(true);
        thread.setContextClassLoader(DatabaseThreads.class.getClassLoader());
        thread.start();
        return result;
    }

    /**
     * Ends all threads, so that none keeps the JVM alive. First it waits for the thread that writes the data, which
     * must not be interrupted. Then it interrupts the others, which otherwise check only once a second whether they
     * should end.
     */
    void end() {
        join(thread -> thread.getName().startsWith(WRITER));
        for (Thread thread : running()) {
            thread.interrupt();
        }
        join(thread -> true);
    }

    private void join(Predicate<Thread> wanted) {
        long deadline = System.nanoTime() + END_MILLIS * 1_000_000;
        Arrays.stream(running())
                .filter(wanted)
                .forEach(thread -> join(thread, Math.max(1, (deadline - System.nanoTime()) / 1_000_000)));
    }

    private Thread[] running() {
        Thread[] threads = new Thread[group.activeCount() + 16];
        int count = group.enumerate(threads);
        return Arrays.copyOf(threads, count);
    }

    private static void join(Thread thread, long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // All exceptions and errors, most likely a LinkageError, are passed to the caller that waits for the result.
    @SuppressWarnings("CatchingUnchecked")
    private static <T> void complete(CompletableFuture<T> result, Callable<T> task) {
        try {
            result.complete(task.call());
        } catch (Throwable e) {
            result.completeExceptionally(e);
        }
    }
}
