package dev.pagetrack.deploy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A stack as it stands.
 *
 * @param id its ARN, by which it is found even after it was deleted
 * @param name its name
 * @param status such as {@code UPDATE_COMPLETE}
 * @param reason why it is so, if CloudFormation says it
 * @param parameters what it was made with
 * @param outputs what it tells
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
     * One thing a stack tells.
     *
     * @param name its name in the template
     * @param value what it is
     * @param description what it is for
     */
    record Output(String name, String value, String description) {}

    Stack {
        parameters = Map.copyOf(parameters);
        outputs = List.copyOf(outputs);
    }

    static Stack of(Answer member) {
        var parameters = new LinkedHashMap<String, String>();
        member.members("Parameters")
                .forEach(one -> parameters.put(
                        one.text("ParameterKey"), one.optional("ParameterValue").orElse("")));
        var outputs = member.members("Outputs").stream()
                .map(one -> new Output(
                        one.text("OutputKey"),
                        one.text("OutputValue"),
                        one.optional("Description").orElse("")))
                .toList();
        return new Stack(
                member.text("StackId"),
                member.text("StackName"),
                member.text("StackStatus"),
                member.optional("StackStatusReason"),
                parameters,
                outputs);
    }

    /** Whether nothing was created yet: a change set waits to be executed. */
    boolean isUnderReview() {
        return status.equals(UNDER_REVIEW);
    }

    /** Whether CloudFormation is at work on it. */
    boolean isInProgress() {
        return status.endsWith("_IN_PROGRESS") && !isUnderReview();
    }

    /** Whether it can be updated. */
    boolean isComplete() {
        return COMPLETE.contains(status);
    }

    /** Whether the last thing that was asked of it was done. */
    boolean succeeded() {
        return SUCCEEDED.contains(status);
    }

    /** Whether it holds what the switch of that name creates. */
    boolean owns(String createParameter) {
        return !isUnderReview() && "true".equals(parameters.get(createParameter));
    }
}
