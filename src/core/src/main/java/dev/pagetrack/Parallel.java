package dev.pagetrack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Runs a task for each of many elements on several threads: a thread that is free takes the next element. When a task
 * fails, no other is begun, those under way are waited for, and the first failure is thrown.
 *
 * <p>Two kinds of threads have their reasons. Tasks that wait for the network get threads of their own, which have the
 * caller's class loader, as the AWS SDK needs it, and can be interrupted. Tasks that compute share a pool with as many
 * threads as there are processors, and are not interrupted, so that no file is left half done.
 */
public final class Parallel {

    private final int count;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    private Parallel(int count) {
        this.count = count;
    }

    /**
     * Runs a task for each element, on threads of its own.
     *
     * @throws InterruptedException if this thread is interrupted; the tasks under way are interrupted, too
     */
    public static <T> void forEach(int threads, Collection<T> elements, Consumer<? super T> task)
            throws InterruptedException {
        var all = List.copyOf(elements);
        forEach(threads, all.size(), () -> i -> task.accept(all.get(i)));
    }

    /**
     * Runs a task for each number from 0, on threads of its own.
     *
     * @param tasks makes the task of one thread, in that thread
     * @throws InterruptedException if this thread is interrupted; the tasks under way are interrupted, too
     */
    public static void forEach(int threads, int count, Supplier<? extends IntConsumer> tasks)
            throws InterruptedException {
        var loop = new Parallel(count);
        var workers = new ArrayList<Thread>();
        for (int i = 0; i < Math.min(threads, count); i++) {
            var worker = new Thread(() -> loop.run(tasks), "pagetrack-worker");
            worker.setDaemon(true);
            worker.start();
            workers.add(worker);
        }
        try {
            for (var worker : workers) {
                worker.join();
            }
        } finally {
            loop.stop();
            workers.forEach(Thread::interrupt);
        }
        loop.throwFailure();
    }

    /** Runs a task for each number from 0, on all threads of a pool. */
    public static void forEach(ForkJoinPool pool, int count, IntConsumer task) {
        var loop = new Parallel(count);
        var workers = new ArrayList<ForkJoinTask<?>>();
        for (int i = 0; i < pool.getParallelism(); i++) {
            workers.add(pool.submit(() -> loop.run(() -> task)));
        }
        workers.forEach(ForkJoinTask::join);
        loop.throwFailure();
    }

    private void run(Supplier<? extends IntConsumer> tasks) {
        try {
            var task = tasks.get();
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                task.accept(i);
            }
        } catch (RuntimeException | Error e) {
            stop();
            failure.compareAndSet(null, e);
        }
    }

    private void stop() {
        next.set(count);
    }

    private void throwFailure() {
        var thrown = failure.get();
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown != null) {
            throw (RuntimeException) thrown;
        }
    }
}
