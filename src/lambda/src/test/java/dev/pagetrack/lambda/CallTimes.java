package dev.pagetrack.lambda;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Measures the calls of a client: the time of each request, from its signing to the first byte of the response, and the
 * processor time of the threads that make the calls.
 */
final class CallTimes implements ExecutionInterceptor {

    private static final ExecutionAttribute<Long> BEGIN = new ExecutionAttribute<>("begin");

    private record Interval(long begin, long end) {}

    private final List<Interval> intervals = new ArrayList<>();
    private final Map<Thread, Long> cpu = new ConcurrentHashMap<>();

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        attributes.putAttribute(BEGIN, System.nanoTime());
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        var interval = new Interval(attributes.getAttribute(BEGIN), System.nanoTime());
        synchronized (intervals) {
            intervals.add(interval);
        }
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        cpu.put(Thread.currentThread(), ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    void clear() {
        intervals.clear();
        cpu.clear();
    }

    int calls() {
        return intervals.size();
    }

    /** The time during which at least one request was in progress, in nanoseconds. */
    long inProgress() {
        intervals.sort(Comparator.comparing(Interval::begin));
        long sum = 0;
        long until = Long.MIN_VALUE;
        for (var interval : intervals) {
            long from = Math.max(until, interval.begin);
            until = Math.max(until, interval.end);
            sum += Math.max(0, until - from);
        }
        return sum;
    }

    /** The processor time that threads with this name had used at their last call, in nanoseconds. */
    long cpuTime(String thread) {
        return cpu.entrySet().stream()
                .filter(one -> one.getKey().getName().equals(thread))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
