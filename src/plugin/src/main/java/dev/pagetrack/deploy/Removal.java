package dev.pagetrack.deploy;

import dev.pagetrack.WrongSettingException;
import java.util.function.Consumer;

/** Takes the stack out of the account. Table and log bucket stay. */
public final class Removal {

    private final CloudFormation cloudFormation;
    private final StackWatch watch;
    private final Consumer<String> says;

    /**
     * @param pause how to wait for CloudFormation
     * @param says is told of progress, line by line
     */
    public Removal(AwsAccess aws, Pause pause, Consumer<String> says) {
        this.cloudFormation = aws.cloudFormation();
        this.watch = new StackWatch(cloudFormation, pause, says);
        this.says = says;
    }

    /**
     * Deletes the stack.
     *
     * @param dryRun only says what would be deleted
     * @throws WrongSettingException if no stack can be called so
     * @throws DeployException if AWS fails, with the resource that failed, and why
     */
    public void run(String stackName, boolean dryRun) {
        DeploySettings.requireStackName(stackName);
        try {
            cloudFormation
                    .stack(stackName)
                    .ifPresentOrElse(
                            stack -> remove(stack, dryRun),
                            () -> says.accept("There is no stack '" + stackName + "'."));
        } catch (RefusedException e) {
            throw e.explained();
        }
    }

    private void remove(Stack stack, boolean dryRun) {
        if (!dryRun) {
            var last = watch.now(stack.id());
            cloudFormation.deleteStack(stack.id());
            watch.follow(stack.id(), last);
        }
        says.accept("Stack '" + stack.name() + "' " + (dryRun ? "would be deleted." : "was deleted."));
        StackText.kept(stack).forEach(says);
    }
}
