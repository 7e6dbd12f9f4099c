package dev.pagetrack.deploy;

import dev.pagetrack.deploy.CloudFormation.Handle;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks CloudFormation what it would change, and waits for the answer. */
final class ChangeSets {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    /** Ten minutes. It takes seconds. */
    private static final int LOOKS = 300;

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'pagetrack-'uuuuMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final CloudFormation cloudFormation;
    private final Clock clock;
    private final Pause pause;
    private final Consumer<String> says;

    ChangeSets(CloudFormation cloudFormation, Clock clock, Pause pause, Consumer<String> says) {
        this.cloudFormation = cloudFormation;
        this.clock = clock;
        this.pause = pause;
        this.says = says;
    }

    /**
     * Makes a change set, and says what is in it.
     *
     * @param stack the stack, if there is one to update
     * @return nothing if there is nothing to change
     * @throws DeployException if CloudFormation cannot make one
     */
    Optional<Handle> create(String name, Optional<Stack> stack, String template, Map<String, String> parameters) {
        var changeSetName = NAME.format(clock.instant());
        var stackId = cloudFormation.createChangeSet(name, changeSetName, stack.isPresent(), template, parameters);
        var handle = new Handle(stackId, changeSetName);
        var changeSet = await(handle);
        if (changeSet.isReady()) {
            changeSet.changes().forEach(change -> says.accept(change.toString()));
            return Optional.of(handle);
        }
        drop(handle, stack);
        if (changeSet.isEmpty()) {
            return Optional.empty();
        }
        throw new DeployException("CloudFormation cannot change stack '" + name + "': "
                + changeSet.reason().orElse(changeSet.status()));
    }

    /** Deletes a change set, and the empty stack that only it has made. */
    void drop(Handle handle, Optional<Stack> stack) {
        cloudFormation.deleteChangeSet(handle);
        if (stack.isEmpty()) {
            cloudFormation.deleteStack(handle.stackId());
        }
    }

    private ChangeSet await(Handle handle) {
        for (int look = 0; look < LOOKS; look++) {
            var changeSet = cloudFormation.changeSet(handle);
            if (!changeSet.isPending()) {
                return changeSet;
            }
            pause.take(BETWEEN_LOOKS);
        }
        throw new DeployException(
                "CloudFormation is still making change set '" + handle.name() + "'. Try again later.");
    }
}
