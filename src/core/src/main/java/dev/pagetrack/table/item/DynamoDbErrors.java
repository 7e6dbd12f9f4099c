package dev.pagetrack.table.item;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** Turns failures of the SDK into messages that say what is wrong and what to do. */
public final class DynamoDbErrors {

    private DynamoDbErrors() {}

    public static TableException explain(String table, SdkException failure) {
        if (failure instanceof DynamoDbException service && "ResourceNotFoundException".equals(code(service))) {
            return new TableException(
                    "there is no table '" + table + "' in this region and account. Check <table> (pagetrack.table) and"
                            + " <region> (pagetrack.region), or create it with pagetrack:create-table.",
                    failure);
        }
        if (failure instanceof DynamoDbException service && service.isThrottlingException()) {
            return new TableException(
                    "table '" + table + "' is too busy: " + reason(service) + ". Try again later.", failure);
        }
        if (failure instanceof DynamoDbException service && service.statusCode() == 400) {
            var reason = reason(service);
            return new TableException(
                    "DynamoDB refuses the call to table '" + table + "': " + reason
                            + (reason.startsWith("Validation")
                                    ? ". Check that <table> (pagetrack.table) was created by pagetrack."
                                    : ". Check <profile> (pagetrack.profile) and its permissions."),
                    failure);
        }
        if (failure instanceof SdkClientException) {
            return new TableException(
                    "DynamoDB cannot be reached for table '" + table + "': " + failure.getMessage()
                            + " Check the network, <region> (pagetrack.region), <profile> (pagetrack.profile) and <endpoint>"
                            + " (pagetrack.endpoint).",
                    failure);
        }
        return new TableException("the call to table '" + table + "' failed: " + failure.getMessage(), failure);
    }

    public static String code(AwsServiceException failure) {
        var details = failure.awsErrorDetails();
        return details == null ? "" : details.errorCode();
    }

    private static String reason(AwsServiceException failure) {
        if (failure instanceof TransactionCanceledException cancelled) {
            // The exception's own message only lists codes, one for each of 100 actions.
            return cancelled.cancellationReasons().stream()
                    .filter(reason -> reason.message() != null)
                    .findFirst()
                    .map(reason -> reason.code() + ": " + reason.message())
                    .orElseGet(cancelled::getMessage);
        }
        var details = failure.awsErrorDetails();
        return details == null
                ? String.valueOf(failure.getMessage())
                : details.errorCode() + ": " + details.errorMessage();
    }

    /** Whether the same call can succeed later: the service was busy or had an internal error. */
    public static boolean isTransient(SdkException failure) {
        if (failure instanceof TransactionInProgressException) {
            return true;
        }
        return failure instanceof AwsServiceException service
                && (service.isThrottlingException() || service.statusCode() >= 500);
    }
}
