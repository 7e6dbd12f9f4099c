package dev.pagetrack.serve;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs the exchanges of a server, several at once, and interrupts those that take too long. To the JDK's server, an
 * exchange is everything from the first byte of a request to the last byte of the response. An interrupt closes the
 * channel that the thread reads or writes, so a client that sends half a request, or reads no response, holds a thread
 * only for that time. The server's own limits are system properties of the whole JVM, which is Maven's here.
 */
final class TimeLimitedPool implements Executor, AutoCloseable {

    private static final int THREADS = 32;
    private static final int WAITING = 1024;
    private static final long KEPT_SECONDS = 10;

    private final ThreadPoolExecutor threads;
    private final ScheduledThreadPoolExecutor timer;
    private final Duration limit;

    TimeLimitedPool(Duration limit) {
        this.limit = limit;
        threads = new ThreadPoolExecutor(
                THREADS, THREADS, KEPT_SECONDS, SECONDS, new LinkedBlockingQueue<>(WAITING), named("pagetrack-serve-"));
        threads.allowCoreThreadTimeOut(true);
        timer = new ScheduledThreadPoolExecutor(1, named("pagetrack-serve-timer-"));
        timer.setRemoveOnCancelPolicy(true);
    }

    private static ThreadFactory named(String prefix) {
        var number = new AtomicInteger();
        return task -> {
            var thread = new Thread(task, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void execute(Runnable exchange) {
        threads.execute(() -> run(exchange));
    }

    private void run(Runnable exchange) {
        var running = new Running(Thread.currentThread());
        var end = timer.schedule(running::interrupt, limit.toMillis(), MILLISECONDS);
        try {
            exchange.run();
        } finally {
            running.done();
            end.cancel(false);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        timer.shutdownNow();
    }

    /** Interrupts a thread only while it runs one exchange, never the next one. */
    private static final class Running {

        private final Thread thread;
        private boolean done;

        Running(Thread thread) {
            this.thread = thread;
        }

        synchronized void interrupt() {
            if (!done) {
                thread.interrupt();
            }
        }

        synchronized void done() {
            done = true;
            // The pool's thread takes the next exchange.
            Thread.interrupted();
        }
    }
}
