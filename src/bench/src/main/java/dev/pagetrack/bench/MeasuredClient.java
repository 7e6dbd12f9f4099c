package dev.pagetrack.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** Counts the actions of transactions, and limits how many transactions are in flight at the same time. */
final class MeasuredClient implements InvocationHandler {

    private final DynamoDbClient client;
    private final Semaphore room;
    private final LongAdder actions = new LongAdder();

    MeasuredClient(DynamoDbClient client, int inFlight) {
        this.client = client;
        this.room = new Semaphore(inFlight);
    }

    DynamoDbClient client() {
        return (DynamoDbClient) Proxy.newProxyInstance(
                MeasuredClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, this);
    }

    long actions() {
        return actions.sum();
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (arguments != null && arguments[0] instanceof Consumer) {
            // Methods with a consumer only build the request, and then call this client again with it.
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        if (arguments == null || !(arguments[0] instanceof TransactWriteItemsRequest transaction)) {
            return pass(method, arguments);
        }
        actions.add(transaction.transactItems().size());
        room.acquire();
        try {
            return pass(method, arguments);
        } finally {
            room.release();
        }
    }

    private Object pass(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
