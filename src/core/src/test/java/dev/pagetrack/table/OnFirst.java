package dev.pagetrack.table;

import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Lets something happen just before the first request of a kind is sent. */
final class OnFirst implements ExecutionInterceptor {

    private final String operation;
    private final Runnable event;
    private final AtomicBoolean happened = new AtomicBoolean();

    OnFirst(String operation, Runnable event) {
        this.operation = operation;
        this.event = event;
    }

    boolean hasHappened() {
        return happened.get();
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        if (context.request().getClass().getSimpleName().equals(operation + "Request")
                && happened.compareAndSet(false, true)) {
            event.run();
        }
    }
}
