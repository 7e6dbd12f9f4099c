package dev.pagetrack.deploy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Waits while CloudFormation creates, changes or deletes a stack, and logs the events. */
final class StackWatch {

    private static final Duration INTERVAL = Duration.ofSeconds(4);

    /** Well over an hour. The stack takes two or three minutes. */
    private static final int ATTEMPTS = 1_000;

    private final CloudFormation cloudFormation;
    private final Polling polling;
    private final Consumer<String> log;

    StackWatch(CloudFormation cloudFormation, Polling polling, Consumer<String> log) {
        this.cloudFormation = cloudFormation;
        this.polling = polling;
        this.log = log;
    }

    /**
     * Logs events until CloudFormation is done.
     *
     * @param lastEvent the id of the last event before CloudFormation began
     * @return the stack at the end
     * @throws DeployException if CloudFormation failed, with the first resource that failed and the reason
     */
    Stack follow(String stackId, Optional<String> lastEvent) {
        var events = new ArrayList<StackEvent>();
        var stack = polling.poll(INTERVAL, ATTEMPTS, () -> logEvents(stackId, lastEvent, events))
                .orElseThrow(() -> new DeployException("CloudFormation is still working on stack '" + stackId
                        + "'. See the stack in the console of CloudFormation."));
        return requireSuccess(stack, events);
    }

    /** Adds the new events to those that were logged before. The stack, if CloudFormation is done. */
    private Optional<Stack> logEvents(String stackId, Optional<String> lastEvent, List<StackEvent> events) {
        // The status is read before the events: then the events include those that led to the status.
        var stack = stack(stackId);
        var after = events.isEmpty()
                ? lastEvent
                : Optional.of(events.get(events.size() - 1).id());
        var latest = new ArrayList<>(cloudFormation.events(stackId, after));
        Collections.reverse(latest);
        latest.forEach(event -> log.accept(event.toString()));
        events.addAll(latest);
        // Before the first event, the status may still be the old one.
        boolean done = !events.isEmpty() && !stack.isInProgress() && !stack.isUnderReview();
        return Optional.of(stack).filter(ignored -> done);
    }

    private Stack stack(String stackId) {
        return cloudFormation
                .stack(stackId)
                .orElseThrow(() -> new DeployException(
                        "stack '" + stackId + "' does not exist any more: somebody else deleted it."));
    }

    private static Stack requireSuccess(Stack stack, List<StackEvent> events) {
        if (stack.succeeded()) {
            return stack;
        }
        var cause = events.stream()
                .filter(StackEvent::isFailure)
                .findFirst()
                .map(event -> event.resource() + " (" + event.type() + "): "
                        + event.reason().orElse(event.status()))
                .or(stack::reason)
                .orElse("CloudFormation gives no reason");
        throw new DeployException("stack '" + stack.name() + "' is " + stack.status() + ". " + cause);
    }
}
