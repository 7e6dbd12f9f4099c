package dev.pagetrack.deploy;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Creates change sets, and deletes those that are not executed. */
final class ChangeSets {

    private static final Duration INTERVAL = Duration.ofSeconds(2);

    /** Ten minutes. CloudFormation takes seconds. */
    private static final int ATTEMPTS = 300;

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'pagetrack-'uuuuMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final CloudFormation cloudFormation;
    private final Clock clock;
    private final Polling polling;
    private final Consumer<String> log;

    ChangeSets(CloudFormation cloudFormation, Clock clock, Polling polling, Consumer<String> log) {
        this.cloudFormation = cloudFormation;
        this.clock = clock;
        this.polling = polling;
        this.log = log;
    }

    /**
     * Creates a change set, and logs its changes.
     *
     * @param stack the stack, if there is one to update
     * @return empty if there is nothing to change
     * @throws DeployException if CloudFormation cannot make one
     */
    Optional<ChangeSet.Id> create(
            String stackName, Optional<Stack> stack, String template, Map<String, String> parameters) {
        var name = NAME.format(clock.instant());
        var id = cloudFormation.createChangeSet(stackName, name, stack.isPresent(), template, parameters);
        var changeSet = await(id);
        if (changeSet.isReady()) {
            changeSet.changes().forEach(change -> log.accept(change.toString()));
            return Optional.of(id);
        }
        delete(id, stack);
        if (changeSet.isEmpty()) {
            return Optional.empty();
        }
        throw new DeployException("CloudFormation cannot change stack '" + stackName + "': "
                + changeSet.reason().orElse(changeSet.status()));
    }

    /**
     * Deletes a change set.
     *
     * @param stack the stack, if there was one before; otherwise the empty stack is deleted that came with the change set
     */
    void delete(ChangeSet.Id id, Optional<Stack> stack) {
        cloudFormation.deleteChangeSet(id);
        if (stack.isEmpty()) {
            cloudFormation.deleteStack(id.stackId());
        }
    }

    private ChangeSet await(ChangeSet.Id id) {
        return polling.poll(
                        INTERVAL,
                        ATTEMPTS,
                        () -> Optional.of(cloudFormation.changeSet(id)).filter(changeSet -> !changeSet.isPending()))
                .orElseThrow(() -> new DeployException(
                        "CloudFormation is still making change set '" + id.name() + "'. Try again later."));
    }
}
