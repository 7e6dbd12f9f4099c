package dev.pagetrack.deploy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The present state of a stack.
 *
 * @param id its ARN, by which it is found even after it was deleted
 * @param name its name
 * @param status such as {@code UPDATE_COMPLETE}
 * @param reason why it has this status, if CloudFormation gives a reason
 * @param parameters the template's parameters that it was last created or updated with
 * @param outputs the values that the template defines for the user
 */
record Stack(
        String id,
        String name,
        String status,
        Optional<String> reason,
        Map<String, String> parameters,
        List<Output> outputs) {

    private static final Set<String> COMPLETE = Set.of(
            "CREATE_COMPLETE",
            "UPDATE_COMPLETE",
            "UPDATE_ROLLBACK_COMPLETE",
            "IMPORT_COMPLETE",
            "IMPORT_ROLLBACK_COMPLETE");
    private static final Set<String> SUCCEEDED = Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE", "DELETE_COMPLETE");
    private static final String UNDER_REVIEW = "REVIEW_IN_PROGRESS";

    /**
     * One output of a stack.
     *
     * @param name its name in the template
     * @param value its value
     * @param description what the value is for
     */
    record Output(String name, String value, String description) {}

    Stack {
        parameters = Map.copyOf(parameters);
        outputs = List.copyOf(outputs);
    }

    /** Whether nothing was created yet: the stack only has a change set that was not executed. */
    boolean isUnderReview() {
        return status.equals(UNDER_REVIEW);
    }

    /** Whether CloudFormation is creating, changing or deleting it. */
    boolean isInProgress() {
        return status.endsWith("_IN_PROGRESS") && !isUnderReview();
    }

    /** Whether it can be updated. */
    boolean isComplete() {
        return COMPLETE.contains(status);
    }

    /** Whether the last creation, update or deletion succeeded. */
    boolean succeeded() {
        return SUCCEEDED.contains(status);
    }

    /**
     * Whether it created, and still has, an optional resource.
     *
     * @param createParameter the parameter of the template by which the resource is created
     */
    boolean owns(String createParameter) {
        return !isUnderReview() && "true".equals(parameters.get(createParameter));
    }
}
