package dev.pagetrack.deploy;

import java.util.Optional;

/**
 * An event of a resource of a stack, or of the stack itself. CloudFormation promises only the id; other texts are empty
 * if it leaves them out.
 *
 * @param id identifies the event
 * @param resource the resource's name in the template
 * @param type the resource's type, such as {@code AWS::SQS::Queue}
 * @param status such as {@code CREATE_FAILED}
 * @param reason why the resource has this status, if CloudFormation gives a reason
 */
record StackEvent(String id, String resource, String type, String status, Optional<String> reason) {

    /** Whether it is the cause of a failure: CloudFormation also reports resources as failed that it only cancelled. */
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
