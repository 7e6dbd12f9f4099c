package dev.pagetrack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelTest {

    private static final List<Integer> ELEMENTS =
            IntStream.range(0, 1_000).boxed().toList();

    private final ConcurrentLinkedQueue<Integer> done = new ConcurrentLinkedQueue<>();

    @Test
    void runsTheTaskOnceForEachElement() throws Exception {
        Parallel.forEach(3, ELEMENTS, done::add);

        assertThat(done).containsExactlyInAnyOrderElementsOf(ELEMENTS);
    }

    @Test
    void runsTheTaskOnceForEachNumberOnAPool() {
        var pool = new ForkJoinPool(3);
        try {
            Parallel.forEach(pool, ELEMENTS.size(), done::add);
        } finally {
            pool.shutdown();
        }

        assertThat(done).containsExactlyInAnyOrderElementsOf(ELEMENTS);
    }

    @Test
    void makesATaskForEachThread() throws Exception {
        var tasks = new AtomicInteger();
        var together = new CountDownLatch(2);

        Parallel.forEach(2, 2, () -> {
            tasks.incrementAndGet();
            return i -> await(together);
        });

        assertThat(tasks).hasValue(2);
    }

    @Test
    void endsWithTheFirstFailureAndBeginsNothingMore() {
        var failure = new IllegalArgumentException("seven");

        assertThatThrownBy(() -> Parallel.forEach(1, ELEMENTS, element -> {
                    if (element == 7) {
                        throw failure;
                    }
                    done.add(element);
                }))
                .isSameAs(failure);

        assertThat(done).hasSize(7);
    }

    @Test
    void waitsForTheTasksUnderWayWhenOneFails() {
        var together = new CountDownLatch(2);

        assertThatThrownBy(() -> Parallel.forEach(2, List.of(1, 2), element -> {
                    await(together);
                    if (element == 1) {
                        throw new IllegalStateException("one");
                    }
                    done.add(element);
                }))
                .hasMessage("one");

        assertThat(done).containsExactly(2);
    }

    @Test
    void endsWhenItIsInterrupted() throws Exception {
        var interrupted = new CountDownLatch(1);
        var caller = Thread.currentThread();

        assertThatThrownBy(() -> Parallel.forEach(1, ELEMENTS, element -> {
                    caller.interrupt();
                    try {
                        Thread.sleep(60_000);
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                }))
                .isInstanceOf(InterruptedException.class);

        interrupted.await();
    }

    /** Waits until two threads came here. */
    private static void await(CountDownLatch together) {
        together.countDown();
        try {
            together.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
