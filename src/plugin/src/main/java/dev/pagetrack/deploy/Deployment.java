package dev.pagetrack.deploy;

import dev.pagetrack.WrongSettingException;
import java.time.Clock;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Brings the stack to what the settings say: what is missing is created, what differs is changed, the rest stays. */
public final class Deployment {

    private final AwsAccess aws;
    private final CloudFormation cloudFormation;
    private final ChangeSets changeSets;
    private final StackWatch watch;
    private final Consumer<String> says;

    /**
     * @param clock what change sets are named by
     * @param pause how to wait for CloudFormation
     * @param says is told of progress, line by line
     */
    public Deployment(AwsAccess aws, Clock clock, Pause pause, Consumer<String> says) {
        this.aws = aws;
        this.cloudFormation = aws.cloudFormation();
        this.changeSets = new ChangeSets(cloudFormation, clock, pause, says);
        this.watch = new StackWatch(cloudFormation, pause, says);
        this.says = says;
    }

    /**
     * Deploys.
     *
     * @param dryRun only says what would change: nothing is uploaded, created or changed
     * @throws WrongSettingException if a setting is wrong, or CloudFormation refuses it
     * @throws DeployException if AWS fails, with the resource that failed, and why
     */
    public void run(DeploySettings settings, boolean dryRun) {
        try {
            deploy(settings, dryRun);
        } catch (RefusedException e) {
            throw e.explained();
        }
    }

    private void deploy(DeploySettings settings, boolean dryRun) {
        var jar = FunctionJar.of(settings.functionJar());
        var stack = cloudFormation.stack(settings.stackName()).filter(one -> !one.isUnderReview());
        stack.ifPresent(Deployment::requireReady);
        var account = aws.account();
        var buckets = new Buckets(aws.buckets(), aws.region(), account);
        var logs = LogBucket.find(buckets, settings.logBucket(), settings.createLogBucket(), stack);
        var functions = new FunctionBucket(buckets, settings.functionBucket(), account, aws.region());
        functions.upload(jar, dryRun, says);

        var parameters = new TreeMap<>(settings.parameters());
        parameters.put("FunctionBucket", functions.name());
        parameters.put("FunctionKey", jar.key());
        parameters.put(DeploySettings.CREATE_LOG_BUCKET, Boolean.toString(logs.isCreated()));
        parameters.put(DeploySettings.CREATE_TABLE, Boolean.toString(createsTable(settings, stack)));
        var changed = change(settings.stackName(), stack, parameters, dryRun);
        if (!dryRun) {
            logs.notifyEventBridge(says);
            changed.ifPresent(one -> StackText.of(one).forEach(says));
        }
    }

    /** A table that outlived the stack that created it is taken as it is. */
    private boolean createsTable(DeploySettings settings, Optional<Stack> stack) {
        var table = settings.table();
        boolean owned = stack.filter(one -> one.owns(DeploySettings.CREATE_TABLE)
                        && table.equals(one.parameters().get(DeploySettings.TABLE)))
                .isPresent();
        return owned || !aws.hasTable(table);
    }

    /** The stack afterwards; nothing if it is not there, in a dry run. */
    private Optional<Stack> change(
            String name, Optional<Stack> stack, SortedMap<String, String> parameters, boolean dryRun) {
        var template = StackTemplate.read();
        parameters.put("Revision", StackTemplate.revision(template, parameters));
        var found = changeSets.create(name, stack, template, parameters);
        if (found.isEmpty()) {
            says.accept("Nothing to change in stack '" + name + "'.");
            return stack;
        }
        var handle = found.get();
        if (dryRun) {
            changeSets.drop(handle, stack);
            says.accept("A dry run: stack '" + name + "' is as before.");
            return stack;
        }
        var last = watch.now(handle.stackId());
        cloudFormation.execute(handle);
        return Optional.of(watch.follow(handle.stackId(), last));
    }

    private static void requireReady(Stack stack) {
        if (stack.isInProgress()) {
            throw new DeployException("CloudFormation is at work on stack '" + stack.name() + "' (" + stack.status()
                    + "). Try again when it is done.");
        }
        if (!stack.isComplete()) {
            throw new DeployException("stack '" + stack.name() + "' is " + stack.status()
                    + stack.reason().map(reason -> " (" + reason + ")").orElse("")
                    + ", and cannot be changed any more. Remove it with pagetrack:undeploy, which keeps table and logs,"
                    + " and deploy again.");
        }
    }
}
