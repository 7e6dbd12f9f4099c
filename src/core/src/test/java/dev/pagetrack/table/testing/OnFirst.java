package dev.pagetrack.table.testing;

import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Lets something happen just before the first request of a kind is sent, or a later one. */
public final class OnFirst implements ExecutionInterceptor {

    private final String operation;
    private final Runnable event;
    private final AtomicInteger before;

    public OnFirst(String operation, Runnable event) {
        this(operation, 1, event);
    }

    /** On the n-th. */
    public OnFirst(String operation, int n, Runnable event) {
        this.operation = operation;
        this.before = new AtomicInteger(n);
        this.event = event;
    }

    public boolean hasHappened() {
        return before.get() <= 0;
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        if (context.request().getClass().getSimpleName().equals(operation + "Request")
                && before.decrementAndGet() == 0) {
            event.run();
        }
    }
}
