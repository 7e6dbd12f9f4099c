package dev.pagetrack.deploy;

import dev.pagetrack.WrongSettingException;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Turns failed calls to CloudFormation and STS into messages for the user.
 *
 * @param place where the calls go, for messages
 */
record AwsFailures(String place) {

    /** The code by which CloudFormation refuses a template, a parameter or a name. */
    static final String VALIDATION_ERROR = "ValidationError";

    /**
     * Makes a call.
     *
     * @param action the call's name in the service's documentation
     * @throws WrongSettingException if CloudFormation finds a value wrong
     * @throws DeployException if the service cannot be reached, stays busy, or refuses the call
     */
    <T> T explain(String action, Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsServiceException e) {
            throw e.isThrottlingException() || e.statusCode() >= 500 ? unavailable(action, e) : refusal(e);
        } catch (SdkException e) {
            throw unavailable(action, e);
        }
    }

    private DeployException unavailable(String action, SdkException failure) {
        return new DeployException(
                place + " did not do " + action + ": " + failure.getMessage()
                        + " Check the network, <region> (pagetrack.region) and <endpoint> (pagetrack.endpoint).",
                failure);
    }

    private static RuntimeException refusal(AwsServiceException failure) {
        return code(failure).equals(VALIDATION_ERROR)
                ? new WrongSettingException("CloudFormation refuses the stack: " + message(failure), failure)
                : new DeployException(
                        "AWS refuses the deployment: " + code(failure) + ": " + message(failure), failure);
    }

    /** The service's name of the error; empty if it gave none. */
    static String code(AwsServiceException failure) {
        return details(failure).map(AwsErrorDetails::errorCode).orElse("");
    }

    /** The service's own words, without what the SDK adds to them. */
    static String message(AwsServiceException failure) {
        return details(failure).map(AwsErrorDetails::errorMessage).orElseGet(failure::getMessage);
    }

    /** Absent if something between answered in place of the service. */
    private static Optional<AwsErrorDetails> details(AwsServiceException failure) {
        return Optional.ofNullable(failure.awsErrorDetails());
    }
}
