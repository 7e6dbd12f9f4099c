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
 * Measures the calls of a client: when a request is under way, from its last byte signed to the answer's first, and what
 * processor time the threads that make them have used.
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

    /** How long at least one request was under way, in nanoseconds. */
    long underWay() {
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

    /** What the threads of that name had used when they made their last call, in nanoseconds. */
    long cpuTime(String thread) {
        return cpu.entrySet().stream()
                .filter(one -> one.getKey().getName().equals(thread))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
