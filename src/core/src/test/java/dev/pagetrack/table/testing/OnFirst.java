package dev.pagetrack.table.testing;

import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Runs an event just before the first, or the n-th, request of an operation is sent. */
public final class OnFirst implements ExecutionInterceptor {

    private final String operation;
    private final Runnable event;
    private final AtomicInteger remaining;

    public OnFirst(String operation, Runnable event) {
        this(operation, 1, event);
    }

    /** @param n runs the event before the n-th request, from 1 */
    public OnFirst(String operation, int n, Runnable event) {
        this.operation = operation;
        this.remaining = new AtomicInteger(n);
        this.event = event;
    }

    public boolean hasHappened() {
        return remaining.get() <= 0;
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        if (context.request().getClass().getSimpleName().equals(operation + "Request")
                && remaining.decrementAndGet() == 0) {
            event.run();
        }
    }
}
