package dev.pagetrack.local;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * The threads that DynamoDB Local and its server start: in one group, so that all of them can be ended, and with our
 * class loader as their context, because the caller may have loaded us in a loader that its own threads don't know.
 */
final class OwnThreads {
    /** How sqlite4java names the thread through which all SQL goes. */
    private static final String WRITER = "SQLiteQueue";

    private static final long END_MILLIS = 5_000;

    private final ThreadGroup group = new ThreadGroup("pagetrack-local");

    /** Runs the task in a thread of the group: daemon, in case it never returns. */
    <T> CompletableFuture<T> submit(Callable<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(group, () -> complete(result, task), "pagetrack-local");
        thread.setDaemon(true);
        thread.setContextClassLoader(OwnThreads.class.getClassLoader());
        thread.start();
        return result;
    }

    /**
     * Waits for what writes the data, which must not be interrupted; then interrupts the rest, which sleeps a second
     * between two looks at its end, so that no thread keeps the JVM alive.
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

    // Whatever it throws, a LinkageError most of all, belongs to the one who waits for the result.
    @SuppressWarnings("CatchingUnchecked")
    private static <T> void complete(CompletableFuture<T> result, Callable<T> task) {
        try {
            result.complete(task.call());
        } catch (Throwable e) {
            result.completeExceptionally(e);
        }
    }
}
