package dev.pagetrack.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does the same with many, some at the same time. */
final class Parallel {

    private Parallel() {}

    /**
     * Does it with each. When one fails, the others that are under way end, no new one is begun, and the failure is
     * thrown.
     */
    static <T> void each(int threads, Collection<T> many, Consumer<T> task) {
        var rest = new ConcurrentLinkedQueue<>(many);
        var executor = Executors.newFixedThreadPool(threads, runnable -> {
            var thread = new Thread(runnable, "pagetrack-table");
            thread.setDaemon(true);
            return thread;
        });
        try {
            var workers = new ArrayList<Future<?>>();
            for (int i = 0; i < threads; i++) {
                workers.add(executor.submit(() -> work(rest, task)));
            }
            for (var worker : workers) {
                await(worker);
            }
        } finally {
            rest.clear();
            executor.shutdownNow();
        }
    }

    private static <T> void work(ConcurrentLinkedQueue<T> rest, Consumer<T> task) {
        try {
            for (T next = rest.poll(); next != null; next = rest.poll()) {
                task.accept(next);
            }
        } catch (RuntimeException e) {
            rest.clear();
            throw e;
        }
    }

    private static void await(Future<?> worker) {
        try {
            worker.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TableException("it was interrupted. What was written is consistent; run it again.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
