package dev.pagetrack.local;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.dynamodb.services.exceptions.DynamoDBLocalServiceException;

/**
 * Converts exceptions of the SDK to those that DynamoDB Local's server can send; it answers any other with status 500.
 */
final class ServiceErrors {
    private ServiceErrors() {}

    static DynamoDBLocalServiceException of(DynamoDbException error) {
        AwsErrorDetails details = error.awsErrorDetails();
        return new DynamoDBLocalServiceException(
                details.errorMessage(), reasons(error), item(error), details.errorCode());
    }

    static DynamoDBLocalServiceException unknownOperation(String name) {
        return new DynamoDBLocalServiceException(
                name + " is not supported by pagetrack's embedded table.", null, null, "UnknownOperationException");
    }

    private static @Nullable List<CancellationReason> reasons(DynamoDbException error) {
        return error instanceof TransactionCanceledException cancelled ? cancelled.cancellationReasons() : null;
    }

    private static @Nullable Map<String, software.amazon.dynamodb.services.local.shared.model.AttributeValue> item(
            DynamoDbException error) {
        return error instanceof ConditionalCheckFailedException failed && failed.hasItem()
                ? local(failed.item())
                : null;
    }

    private static Map<String, software.amazon.dynamodb.services.local.shared.model.AttributeValue> local(
            Map<String, AttributeValue> item) {
        Map<String, software.amazon.dynamodb.services.local.shared.model.AttributeValue> local = new HashMap<>();
        item.forEach((name, value) -> local.put(name, local(value)));
        return local;
    }

    private static software.amazon.dynamodb.services.local.shared.model.AttributeValue local(AttributeValue value) {
        var local = new software.amazon.dynamodb.services.local.shared.model.AttributeValue();
        return switch (value.type()) {
            case S -> local.withS(value.s());
            case N -> local.withN(value.n());
            case BOOL -> local.withBOOL(value.bool());
            case NUL -> local.withNULL(value.nul());
            case B -> local.withB(value.b().asByteBuffer());
            case SS -> local.withSS(value.ss());
            case NS -> local.withNS(value.ns());
            case BS ->
                local.withBS(value.bs().stream().map(SdkBytes::asByteBuffer).toList());
            case M -> local.withM(local(value.m()));
            case L -> local.withL(value.l().stream().map(ServiceErrors::local).toList());
            case UNKNOWN_TO_SDK_VERSION -> local;
        };
    }
}
