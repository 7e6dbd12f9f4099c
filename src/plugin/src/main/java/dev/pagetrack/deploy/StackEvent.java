package dev.pagetrack.deploy;

import java.util.Optional;

/**
 * Something that happened to a resource of a stack, or to the stack. Of what it tells, CloudFormation promises only the
 * id.
 *
 * @param id tells events apart
 * @param resource its name in the template
 * @param type such as {@code AWS::SQS::Queue}
 * @param status such as {@code CREATE_FAILED}
 * @param reason why, if CloudFormation says it
 */
record StackEvent(String id, String resource, String type, String status, Optional<String> reason) {

    static StackEvent of(Answer member) {
        return new StackEvent(
                member.text("EventId"),
                member.optional("LogicalResourceId").orElse(""),
                member.optional("ResourceType").orElse(""),
                member.optional("ResourceStatus").orElse(""),
                member.optional("ResourceStatusReason"));
    }

    /** Whether it is a cause: others are cancelled because something failed. */
    boolean isFailure() {
        return status.endsWith("_FAILED")
                && !reason.orElse("").contains("cancelled")
                && !type.equals("AWS::CloudFormation::Stack");
    }

    @Override
    public String toString() {
        return String.join(" ", status, type, resource).strip()
                + reason.map(text -> ": " + text).orElse("");
    }
}
