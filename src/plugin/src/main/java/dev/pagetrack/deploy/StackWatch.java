package dev.pagetrack.deploy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Follows a stack while CloudFormation is at work on it. */
final class StackWatch {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(4);

    /** Well over an hour. The stack takes two or three minutes. */
    private static final int LOOKS = 1_000;

    private final CloudFormation cloudFormation;
    private final Pause pause;
    private final Consumer<String> says;

    StackWatch(CloudFormation cloudFormation, Pause pause, Consumer<String> says) {
        this.cloudFormation = cloudFormation;
        this.pause = pause;
        this.says = says;
    }

    /** The last thing that has happened to a stack, to begin after it. */
    Optional<String> now(String stackId) {
        return cloudFormation.events(stackId, Optional.empty()).stream()
                .findFirst()
                .map(StackEvent::id);
    }

    /**
     * Says what happens, until nothing more does.
     *
     * @param after the id of the last event before
     * @return the stack at the end
     * @throws DeployException if CloudFormation could not do it, with the first resource that failed, and why
     */
    Stack follow(String stackId, Optional<String> after) {
        var last = after;
        var all = new ArrayList<StackEvent>();
        for (int look = 0; look < LOOKS; look++) {
            // The status first: what is known after it includes the end.
            var stack = stack(stackId);
            var events = cloudFormation.events(stackId, last);
            if (!events.isEmpty()) {
                last = Optional.of(events.get(0).id());
            }
            Collections.reverse(events);
            events.forEach(event -> says.accept(event.toString()));
            all.addAll(events);
            // Until the first event, the status may still be the one from before.
            if (!all.isEmpty() && !stack.isInProgress() && !stack.isUnderReview()) {
                return requireSuccess(stack, all);
            }
            pause.take(BETWEEN_LOOKS);
        }
        throw new DeployException(
                "stack '" + stackId + "' is still at work. Look at it in the console of CloudFormation.");
    }

    private Stack stack(String stackId) {
        return cloudFormation
                .stack(stackId)
                .orElseThrow(() -> new DeployException("stack '" + stackId + "' is gone: somebody else deleted it."));
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
