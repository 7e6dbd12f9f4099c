package dev.pagetrack.deploy;

import dev.pagetrack.Sleeper;
import dev.pagetrack.WrongSettingException;
import java.util.function.Consumer;

/** Deletes the stack. The table and the buckets stay. */
public final class StackRemoval {

    private final CloudFormation cloudFormation;
    private final StackWatch watch;
    private final Consumer<String> log;

    /**
     * @param sleeper waits for CloudFormation
     * @param log receives the progress, line by line
     */
    public StackRemoval(AwsAccess aws, Sleeper sleeper, Consumer<String> log) {
        this.cloudFormation = aws.cloudFormation();
        this.watch = new StackWatch(cloudFormation, new Polling(sleeper), log);
        this.log = log;
    }

    /**
     * Deletes the stack.
     *
     * @param dryRun only logs what would be deleted
     * @throws WrongSettingException if the name cannot be a stack's
     * @throws DeployException if AWS fails, with the resource that failed and the reason
     */
    public void run(String stackName, boolean dryRun) {
        DeploySettings.requireStackName(stackName);
        cloudFormation
                .stack(stackName)
                .ifPresentOrElse(
                        stack -> remove(stack, dryRun), () -> log.accept("There is no stack '" + stackName + "'."));
    }

    private void remove(Stack stack, boolean dryRun) {
        if (!dryRun) {
            var lastEvent = cloudFormation.lastEvent(stack.id());
            cloudFormation.deleteStack(stack.id());
            watch.follow(stack.id(), lastEvent);
        }
        log.accept("Stack '" + stack.name() + "' " + (dryRun ? "would be deleted." : "was deleted."));
        StackText.remainders(stack).forEach(log);
    }
}
