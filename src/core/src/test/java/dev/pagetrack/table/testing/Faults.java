package dev.pagetrack.table.testing;

import java.util.function.Function;
import java.util.function.Predicate;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Makes every second call fail until there were {@link #MAX_FAULTS} faults. So a call that is tried once more than that
 * succeeds at last.
 */
public final class Faults implements ExecutionInterceptor {

    /** The number of faults, unless they are endless. */
    public static final int MAX_FAULTS = 7;

    private final Predicate<SdkRequest> calls;
    private final Function<SdkRequest, RuntimeException> fault;
    private final boolean loseReplies;
    private boolean endless;
    private int matchingCalls;
    private int thrown;

    private Faults(Predicate<SdkRequest> calls, Function<SdkRequest, RuntimeException> fault, boolean loseReplies) {
        this.calls = calls;
        this.fault = fault;
        this.loseReplies = loseReplies;
    }

    /** Creates faults that replace calls of any kind. */
    public static Faults of(Function<SdkRequest, RuntimeException> fault) {
        return new Faults(request -> true, fault, false);
    }

    /** Creates faults that replace some calls. */
    public static Faults ofCalls(Predicate<SdkRequest> calls, Function<SdkRequest, RuntimeException> fault) {
        return new Faults(calls, fault, false);
    }

    /** Creates faults that replace transactions. */
    public static Faults ofTransactions(Function<SdkRequest, RuntimeException> fault) {
        return ofCalls(request -> request.getClass().getSimpleName().startsWith("Transact"), fault);
    }

    /** Creates faults that occur after the service has processed the call: its response is lost. */
    public static Faults lostReplies() {
        return new Faults(request -> false, request -> null, true);
    }

    /** Makes every call fail, for ever. */
    public Faults withoutEnd() {
        endless = true;
        return this;
    }

    /** Returns how many faults there were. */
    public synchronized int thrown() {
        return thrown;
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        if (calls.test(context.request()) && isDue()) {
            throw fault.apply(context.request());
        }
    }

    private synchronized boolean isDue() {
        boolean due = endless || (thrown < MAX_FAULTS && matchingCalls++ % 2 == 0);
        thrown += due ? 1 : 0;
        return due;
    }

    /** Returns a client whose connection breaks after the response has arrived, if that is the fault. */
    public SdkHttpClient losingReplies(SdkHttpClient real) {
        return new LosingHttpClient(real, () -> loseReplies && isDue());
    }
}
