package dev.pagetrack.deploy;

import java.util.List;
import java.util.Optional;

/**
 * What CloudFormation would change.
 *
 * @param status such as {@code CREATE_COMPLETE}
 * @param reason why it is so, if CloudFormation says it
 * @param changes what it would do, in its order
 */
record ChangeSet(String status, Optional<String> reason, List<Change> changes) {

    /**
     * A change of one resource.
     *
     * @param action {@code Add}, {@code Modify}, {@code Remove} and the like
     * @param resource its name in the template
     * @param type such as {@code AWS::SQS::Queue}
     * @param replacement of one that is modified: {@code True}, {@code False} or {@code Conditional}
     */
    record Change(String action, String resource, String type, Optional<String> replacement) {

        static Change of(Answer member) {
            return new Change(
                    member.text("Action"),
                    member.text("LogicalResourceId"),
                    member.text("ResourceType"),
                    member.optional("Replacement"));
        }

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

    /** CloudFormation calls that a failure, and tells it by its words only. */
    boolean isEmpty() {
        var why = reason.orElse("");
        return why.contains("didn't contain changes") || why.contains("No updates are to be performed");
    }
}
