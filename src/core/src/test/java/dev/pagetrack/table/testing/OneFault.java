package dev.pagetrack.table.testing;

import java.net.SocketException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Makes one call fail, or all from this one on. The call is given by its number among those to which the fault can
 * happen.
 */
public final class OneFault implements ExecutionInterceptor {

    /** The kind of fault. */
    public enum Kind {
        /** The call is processed, and its response is lost. */
        LOST_AFTER,
        /** The call does not reach the service. */
        LOST_BEFORE,
        /** The service returns a throttling error. */
        THROTTLED,
        /** Another transaction is writing one of the items; the reasons of all others are "None". */
        CONFLICT,
        /** Nothing in a batch is processed, which is no error. */
        UNPROCESSED,
        /** The service returns error 500. */
        FAILED
    }

    private final Kind kind;
    private final int at;
    private final boolean endless;
    private final AtomicInteger calls = new AtomicInteger();

    public OneFault(Kind kind, int at, boolean endless) {
        this.kind = kind;
        this.at = at;
        this.endless = endless;
    }

    /** Whether there were enough calls for the fault to happen. */
    public boolean wasReached() {
        return calls.get() > at;
    }

    private boolean isDue() {
        int call = calls.getAndIncrement();
        return endless ? call >= at : call == at;
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        switch (kind) {
            case LOST_BEFORE -> fail(SdkClientException.create("connection reset", new SocketException("reset")));
            case THROTTLED -> fail(failure(400, "ProvisionedThroughputExceededException"));
            case FAILED -> fail(failure(500, "InternalServerError"));
            case CONFLICT -> {
                if (context.request() instanceof TransactWriteItemsRequest request) {
                    fail(conflict(request.transactItems().size()));
                }
            }
            case LOST_AFTER, UNPROCESSED -> {
                // These faults happen after the call.
            }
        }
    }

    private void fail(RuntimeException failure) {
        if (isDue()) {
            throw failure;
        }
    }

    @Override
    public SdkResponse modifyResponse(Context.ModifyResponse context, ExecutionAttributes attributes) {
        if (kind != Kind.UNPROCESSED) {
            return context.response();
        }
        if (context.request() instanceof BatchGetItemRequest request && isDue()) {
            return BatchGetItemResponse.builder()
                    .unprocessedKeys(request.requestItems())
                    .build();
        }
        if (context.request() instanceof BatchWriteItemRequest request && isDue()) {
            return BatchWriteItemResponse.builder()
                    .unprocessedItems(request.requestItems())
                    .build();
        }
        return context.response();
    }

    public SdkHttpClient losingReplies(SdkHttpClient real) {
        return new LosingHttpClient(real, () -> kind == Kind.LOST_AFTER && isDue());
    }

    private static RuntimeException conflict(int actions) {
        List<CancellationReason> reasons = IntStream.range(0, actions)
                .mapToObj(i -> CancellationReason.builder()
                        .code(i == actions - 1 ? "TransactionConflict" : "None")
                        .build())
                .toList();
        return TransactionCanceledException.builder()
                .message("cancelled")
                .statusCode(400)
                .awsErrorDetails(details("TransactionCanceledException"))
                .cancellationReasons(reasons)
                .build();
    }

    private static RuntimeException failure(int status, String code) {
        return DynamoDbException.builder()
                .message(code)
                .statusCode(status)
                .awsErrorDetails(details(code))
                .build();
    }

    private static AwsErrorDetails details(String code) {
        return AwsErrorDetails.builder().errorCode(code).errorMessage(code).build();
    }
}
