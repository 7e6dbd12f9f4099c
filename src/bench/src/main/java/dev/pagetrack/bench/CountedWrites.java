package dev.pagetrack.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/**
 * A client whose transactions are counted. Each action takes two write units, as every item stays below 1 KB; DynamoDB
 * Local's own figures are wrong for transactions.
 */
final class CountedWrites {

    private static final int UNITS_OF_ACTION = 2;

    private final AtomicLong units = new AtomicLong();
    private final DynamoDbClient client;

    CountedWrites(DynamoDbClient counted) {
        client = (DynamoDbClient) Proxy.newProxyInstance(
                CountedWrites.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, (proxy, method, args) -> {
                    try {
                        return method.getName().equals("transactWriteItems")
                                ? write(counted, request(args[0]))
                                : method.invoke(counted, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** The client offers each call twice: with a request, and with what fills one in. */
    @SuppressWarnings("unchecked")
    private static TransactWriteItemsRequest request(Object argument) {
        return argument instanceof TransactWriteItemsRequest request
                ? request
                : TransactWriteItemsRequest.builder()
                        .applyMutation((Consumer<TransactWriteItemsRequest.Builder>) argument)
                        .build();
    }

    private TransactWriteItemsResponse write(DynamoDbClient counted, TransactWriteItemsRequest request) {
        var response = counted.transactWriteItems(request);
        units.addAndGet((long) UNITS_OF_ACTION * request.transactItems().size());
        return response;
    }

    DynamoDbClient client() {
        return client;
    }

    long units() {
        return units.get();
    }
}
