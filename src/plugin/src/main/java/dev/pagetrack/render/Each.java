package dev.pagetrack.render;

import java.util.ArrayList;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Does the same for each of many things, with all threads of a pool: the next thing goes to whoever is free. */
final class Each {

    private Each() {}

    /**
     * Does it.
     *
     * @param count how many things there are
     * @param work takes the number of one, from 0; what it throws ends the rest
     */
    static void of(int count, ForkJoinPool pool, IntConsumer work) {
        var next = new AtomicInteger();
        var tasks = new ArrayList<ForkJoinTask<?>>();
        for (int i = 0; i < pool.getParallelism(); i++) {
            tasks.add(pool.submit(() -> untilNoneIsLeft(next, count, work)));
        }
        tasks.forEach(ForkJoinTask::join);
    }

    private static void untilNoneIsLeft(AtomicInteger next, int count, IntConsumer work) {
        boolean done = false;
        try {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                work.accept(i);
            }
            done = true;
        } finally {
            if (!done) {
                next.set(count);
            }
        }
    }
}
