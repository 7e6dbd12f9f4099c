package dev.pagetrack.deploy;

import static java.util.stream.Collectors.toMap;
import static software.amazon.awssdk.services.cloudformation.model.Capability.CAPABILITY_IAM;

import dev.pagetrack.WrongSettingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;

/**
 * The calls to CloudFormation that a deployment needs. Each of them throws a {@link WrongSettingException} if
 * CloudFormation finds a value wrong, and a {@link DeployException} if it refuses the call or cannot be reached.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Operations.html">Actions</a>
 */
final class CloudFormation {

    private final CloudFormationClient client;
    private final AwsFailures failures;

    CloudFormation(CloudFormationClient client, AwsFailures failures) {
        this.client = client;
        this.failures = failures;
    }

    /** Finds a stack by its name, or by its id even after it was deleted; empty if there is none. */
    Optional<Stack> stack(String nameOrId) {
        return failures.explain("DescribeStacks", () -> {
            try {
                return client.describeStacks(describe -> describe.stackName(nameOrId)).stacks().stream()
                        .findFirst()
                        .map(found -> new Stack(
                                found.stackId(),
                                found.stackName(),
                                found.stackStatusAsString(),
                                text(found.stackStatusReason()),
                                parameters(found.parameters()),
                                outputs(found.outputs())));
            } catch (CloudFormationException e) {
                if (isUnknownStack(e)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /** Only the message distinguishes a stack that does not exist from a name that CloudFormation does not allow. */
    private static boolean isUnknownStack(CloudFormationException failure) {
        return AwsFailures.code(failure).equals(AwsFailures.VALIDATION_ERROR)
                && AwsFailures.message(failure).endsWith("does not exist");
    }

    /**
     * Asks for a change set. CloudFormation then takes some time to make it.
     *
     * @param name of the change set; a second call with the same name makes no second change set
     */
    ChangeSet.Id createChangeSet(
            String stack, String name, boolean update, String template, Map<String, String> parameters) {
        var list = parameters.entrySet().stream()
                .map(parameter -> Parameter.builder()
                        .parameterKey(parameter.getKey())
                        .parameterValue(parameter.getValue())
                        .build())
                .toList();
        var created = failures.explain(
                "CreateChangeSet",
                () -> client.createChangeSet(create -> create.stackName(stack)
                        .changeSetName(name)
                        .clientToken(name)
                        .changeSetType(update ? ChangeSetType.UPDATE : ChangeSetType.CREATE)
                        .capabilities(CAPABILITY_IAM)
                        .templateBody(template)
                        .parameters(list)));
        return new ChangeSet.Id(created.stackId(), name);
    }

    ChangeSet changeSet(ChangeSet.Id id) {
        return failures.explain("DescribeChangeSet", () -> {
            var pages = client
                    .describeChangeSetPaginator(
                            describe -> describe.stackName(id.stackId()).changeSetName(id.name()))
                    .stream()
                    .toList();
            var changes = pages.stream()
                    .flatMap(page -> page.changes().stream())
                    .map(CloudFormation::change)
                    .toList();
            var last = pages.get(pages.size() - 1);
            return new ChangeSet(last.statusAsString(), text(last.statusReason()), changes);
        });
    }

    void execute(ChangeSet.Id id) {
        failures.explain(
                "ExecuteChangeSet",
                () -> client.executeChangeSet(execute ->
                        execute.stackName(id.stackId()).changeSetName(id.name()).clientRequestToken(id.name())));
    }

    void deleteChangeSet(ChangeSet.Id id) {
        failures.explain(
                "DeleteChangeSet",
                () -> client.deleteChangeSet(
                        delete -> delete.stackName(id.stackId()).changeSetName(id.name())));
    }

    void deleteStack(String stackId) {
        failures.explain("DeleteStack", () -> client.deleteStack(delete -> delete.stackName(stackId)));
    }

    /** The id of a stack's last event, if there was any. */
    Optional<String> lastEvent(String stackId) {
        return failures.explain(
                "DescribeStackEvents",
                () -> client.describeStackEvents(describe -> describe.stackName(stackId)).stackEvents().stream()
                        .findFirst()
                        .map(event -> event.eventId()));
    }

    /**
     * The events of a stack, the latest first.
     *
     * @param after the id of the event to stop at; without it, all events since the stack was created
     */
    List<StackEvent> events(String stackId, Optional<String> after) {
        return failures.explain(
                "DescribeStackEvents",
                () ->
                        client
                                .describeStackEventsPaginator(describe -> describe.stackName(stackId))
                                .stackEvents()
                                .stream()
                                .takeWhile(event -> !after.equals(Optional.of(event.eventId())))
                                .map(event -> new StackEvent(
                                        event.eventId(),
                                        text(event.logicalResourceId()).orElse(""),
                                        text(event.resourceType()).orElse(""),
                                        text(event.resourceStatusAsString()).orElse(""),
                                        text(event.resourceStatusReason())))
                                .toList());
    }

    private static Map<String, String> parameters(List<Parameter> parameters) {
        return parameters.stream()
                .collect(toMap(
                        Parameter::parameterKey,
                        parameter -> text(parameter.parameterValue()).orElse("")));
    }

    private static List<Stack.Output> outputs(List<Output> outputs) {
        return outputs.stream()
                .map(output -> new Stack.Output(
                        output.outputKey(),
                        output.outputValue(),
                        text(output.description()).orElse("")))
                .toList();
    }

    private static ChangeSet.Change change(Change change) {
        var resource = change.resourceChange();
        return new ChangeSet.Change(
                resource.actionAsString(),
                resource.logicalResourceId(),
                resource.resourceType(),
                text(resource.replacementAsString()));
    }

    private static Optional<String> text(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
