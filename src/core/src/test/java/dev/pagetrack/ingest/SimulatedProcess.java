package dev.pagetrack.ingest;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/** The client of a simulated process, to which one thing happens at one of its calls. */
final class SimulatedProcess implements InvocationHandler {

    /** What happens. */
    enum Event {
        /** Nothing. */
        NONE,
        /** The process is killed before the call is sent. */
        KILLED_BEFORE,
        /** The process is killed after the call was carried out. */
        KILLED_AFTER,
        /** The call is not sent. The process may try it again. */
        LOST_REQUEST,
        /** The call is carried out, but its response is lost. The process may try it again. */
        LOST_RESPONSE,
        /** Another process does something after the call. */
        MEANWHILE
    }

    /** Thrown by each call of a process that was killed. */
    static final class KilledException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        KilledException() {
            super("the process was killed");
        }
    }

    private final DynamoDbClient real;
    private final Event event;
    private final int at;
    private final Runnable meanwhile;
    private int calls;
    private boolean killed;

    private SimulatedProcess(DynamoDbClient real, Event event, int at, Runnable meanwhile) {
        this.real = real;
        this.event = event;
        this.at = at;
        this.meanwhile = meanwhile;
    }

    /**
     * Creates a client.
     *
     * @param at the number of the call at which the event happens, from 0
     * @param meanwhile what another process does, if that is the event
     */
    static DynamoDbClient client(DynamoDbClient real, Event event, int at, Runnable meanwhile) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                SimulatedProcess.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                new SimulatedProcess(real, event, at, meanwhile));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        boolean isCall = arguments != null && arguments.length == 1 && arguments[0] instanceof DynamoDbRequest;
        if (!isCall && method.isDefault() && !method.getName().equals("serviceClientConfiguration")) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        if (!isCall) {
            return send(method, arguments);
        }
        boolean isDue = isDue();
        if (isDue && event == Event.LOST_REQUEST) {
            throw SdkClientException.create("the request was lost");
        }
        var answer = send(method, arguments);
        if (isDue) {
            happen();
        }
        return answer;
    }

    private synchronized boolean isDue() {
        boolean isDue = calls++ == at;
        killed |= isDue && event == Event.KILLED_BEFORE;
        if (killed) {
            throw new KilledException();
        }
        return isDue;
    }

    private void happen() {
        switch (event) {
            case KILLED_AFTER -> kill();
            case LOST_RESPONSE -> throw SdkClientException.create("the response was lost");
            case MEANWHILE -> meanwhile.run();
            default -> {
                // It has happened before the call.
            }
        }
    }

    private synchronized void kill() {
        killed = true;
        throw new KilledException();
    }

    private Object send(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
