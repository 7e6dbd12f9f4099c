package dev.pagetrack.table.item;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * A call that AWS did not permit.
 *
 * @param action the IAM action, such as {@code dynamodb:Query}
 * @param resource the ARN of the resource that it was to act on
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Access denied messages</a>
 */
public record AccessDenied(String action, String resource) {

    private static final Pattern DENIED =
            Pattern.compile("is not authorized to perform: (\\S+) on resource: (\\S+)", Pattern.CASE_INSENSITIVE);

    /** Returns the result of a call, or another value if access to the table is denied. */
    public static <T> T orElse(Supplier<T> call, T otherwise) {
        try {
            return call.get();
        } catch (TableException e) {
            if (of(e).isEmpty()) {
                throw e;
            }
            return otherwise;
        }
    }

    /** Finds a denied call in an exception or in its causes. */
    public static Optional<AccessDenied> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AwsServiceException service && service.getMessage() != null) {
                var matcher = DENIED.matcher(service.getMessage());
                if (matcher.find()) {
                    return Optional.of(new AccessDenied(matcher.group(1), matcher.group(2)));
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return action + " on " + resource;
    }
}
