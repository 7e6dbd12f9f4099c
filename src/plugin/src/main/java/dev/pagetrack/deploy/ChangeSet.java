package dev.pagetrack.deploy;

import java.util.List;
import java.util.Optional;

/**
 * A change set: what CloudFormation would change in a stack.
 *
 * @param status such as {@code CREATE_COMPLETE}
 * @param reason why it has this status, if CloudFormation gives a reason
 * @param changes the changes, in the order that CloudFormation lists them
 */
record ChangeSet(String status, Optional<String> reason, List<Change> changes) {

    /**
     * Identifies a change set.
     *
     * @param stackId the stack's id
     * @param name the change set's name
     */
    record Id(String stackId, String name) {}

    /**
     * A change of one resource.
     *
     * @param action {@code Add}, {@code Modify}, {@code Remove} and the like
     * @param resource its name in the template
     * @param type such as {@code AWS::SQS::Queue}
     * @param replacement whether a modified resource is replaced: {@code True}, {@code False} or {@code Conditional}
     */
    record Change(String action, String resource, String type, Optional<String> replacement) {

        @Override
        public String toString() {
            var replaced = replacement
                    .filter(how -> !how.equals("False"))
                    .map(how -> how.equals("True") ? " (replaced)" : " (replaced if need be)");
            return action + " " + type + " " + resource + replaced.orElse("");
        }
    }

    ChangeSet {
        changes = List.copyOf(changes);
    }

    boolean isPending() {
        return status.equals("CREATE_PENDING") || status.equals("CREATE_IN_PROGRESS");
    }

    boolean isReady() {
        return status.equals("CREATE_COMPLETE");
    }

    /**
     * Whether it has no changes. CloudFormation then gives it the status of a failure, and only the reason's words
     * distinguish it from a real one.
     */
    boolean isEmpty() {
        var text = reason.orElse("");
        return text.contains("didn't contain changes") || text.contains("No updates are to be performed");
    }
}
