package dev.pagetrack.deploy;

import dev.pagetrack.Sleeper;
import dev.pagetrack.WrongSettingException;
import java.time.Clock;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Creates the stack, or updates what differs from the settings. */
public final class Deployment {

    private final AwsAccess aws;
    private final CloudFormation cloudFormation;
    private final ChangeSets changeSets;
    private final StackWatch watch;
    private final Consumer<String> log;

    /**
     * @param clock gives the time in the names of change sets
     * @param sleeper waits for CloudFormation
     * @param log receives the progress, line by line
     */
    public Deployment(AwsAccess aws, Clock clock, Sleeper sleeper, Consumer<String> log) {
        var polling = new Polling(sleeper);
        this.aws = aws;
        this.cloudFormation = aws.cloudFormation();
        this.changeSets = new ChangeSets(cloudFormation, clock, polling, log);
        this.watch = new StackWatch(cloudFormation, polling, log);
        this.log = log;
    }

    /**
     * Deploys.
     *
     * @param dryRun only logs what would change: nothing is uploaded, created or changed
     * @throws WrongSettingException if a setting is wrong, or CloudFormation refuses it
     * @throws DeployException if AWS fails, with the resource that failed and the reason
     */
    public void run(DeploySettings settings, boolean dryRun) {
        var jar = FunctionJar.of(settings.functionJar());
        var stack = cloudFormation.stack(settings.stackName()).filter(found -> !found.isUnderReview());
        stack.ifPresent(Deployment::requireReady);
        var account = aws.account();
        var buckets = new Buckets(aws.buckets(), aws.region(), account);
        var logs = LogBucket.find(buckets, settings.logBucket(), settings.createLogBucket(), stack);
        var functions = new FunctionBucket(buckets, settings.functionBucket(), account, aws.region());
        functions.upload(jar, dryRun, log);

        var parameters = new TreeMap<>(settings.parameters());
        parameters.put(DeploySettings.FUNCTION_BUCKET, functions.name());
        parameters.put(DeploySettings.FUNCTION_KEY, jar.key());
        parameters.put(DeploySettings.CREATE_LOG_BUCKET, Boolean.toString(logs.isCreatedByStack()));
        parameters.put(DeploySettings.CREATE_TABLE, Boolean.toString(createsTable(settings, stack)));
        var deployed = change(settings.stackName(), stack, parameters, dryRun);
        if (!dryRun) {
            logs.notifyEventBridge(log);
            deployed.map(StackText::deployed).ifPresent(lines -> lines.forEach(log));
        }
    }

    /** The stack creates its table, unless a table of that name exists that this stack did not create. */
    private boolean createsTable(DeploySettings settings, Optional<Stack> stack) {
        var table = settings.table();
        boolean owned = stack.filter(found -> found.owns(DeploySettings.CREATE_TABLE)
                        && table.equals(found.parameters().get(DeploySettings.TABLE)))
                .isPresent();
        return owned || !aws.hasTable(table);
    }

    /** Changes the stack, and returns it as it is then; empty if a dry run found no stack. */
    private Optional<Stack> change(
            String name, Optional<Stack> stack, SortedMap<String, String> parameters, boolean dryRun) {
        var template = StackTemplate.read();
        parameters.put(DeploySettings.REVISION, StackTemplate.revision(template, parameters));
        var changeSet = changeSets.create(name, stack, template, parameters);
        if (changeSet.isEmpty()) {
            log.accept("Nothing to change in stack '" + name + "'.");
            return stack;
        }
        var id = changeSet.get();
        if (dryRun) {
            changeSets.delete(id, stack);
            log.accept("A dry run: stack '" + name + "' is as before.");
            return stack;
        }
        var lastEvent = cloudFormation.lastEvent(id.stackId());
        cloudFormation.execute(id);
        return Optional.of(watch.follow(id.stackId(), lastEvent));
    }

    private static void requireReady(Stack stack) {
        if (stack.isInProgress()) {
            throw new DeployException("CloudFormation is still working on stack '" + stack.name() + "' ("
                    + stack.status() + "). Try again when it is done.");
        }
        if (!stack.isComplete()) {
            throw new DeployException("stack '" + stack.name() + "' is " + stack.status()
                    + stack.reason().map(reason -> " (" + reason + ")").orElse("")
                    + ", and cannot be updated any more. Remove it with pagetrack:undeploy, which keeps table and logs,"
                    + " and deploy again.");
        }
    }
}
