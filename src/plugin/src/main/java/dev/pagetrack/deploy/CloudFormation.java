package dev.pagetrack.deploy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The calls of CloudFormation that a deployment takes.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Operations.html">Actions</a>
 */
final class CloudFormation {

    private final QueryService service;

    CloudFormation(QueryService service) {
        this.service = service;
    }

    /** A stack, by name, or by id even if it was deleted; nothing if there is none of that name. */
    Optional<Stack> stack(String nameOrId) {
        try {
            return service.call("DescribeStacks", Map.of("StackName", nameOrId)).members("Stacks").stream()
                    .map(Stack::of)
                    .findFirst();
        } catch (RefusedException e) {
            // No code of its own tells a stack that is not there from a name that cannot be one.
            if (e.code().equals("ValidationError") && e.getMessage().endsWith("does not exist")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Asks for a change set, which then takes some time.
     *
     * @param name of the change set; a second call with the same one makes no other
     * @return the id of its stack
     */
    String createChangeSet(String stack, String name, boolean update, String template, Map<String, String> parameters) {
        var form = changeSet(stack, name);
        form.put("ChangeSetType", update ? "UPDATE" : "CREATE");
        form.put("ClientToken", name);
        form.put("Capabilities.member.1", "CAPABILITY_IAM");
        form.put("TemplateBody", template);
        int number = 0;
        for (var parameter : parameters.entrySet()) {
            var member = "Parameters.member." + ++number;
            form.put(member + ".ParameterKey", parameter.getKey());
            form.put(member + ".ParameterValue", parameter.getValue());
        }
        return service.call("CreateChangeSet", form).text("StackId");
    }

    ChangeSet changeSet(Handle handle) {
        var changes = new ArrayList<ChangeSet.Change>();
        var form = changeSet(handle.stackId(), handle.name());
        while (true) {
            var page = service.call("DescribeChangeSet", form);
            page.members("Changes").forEach(member -> changes.add(ChangeSet.Change.of(member)));
            var next = page.optional("NextToken");
            if (next.isEmpty()) {
                return new ChangeSet(page.text("Status"), page.optional("StatusReason"), changes);
            }
            form.put("NextToken", next.get());
        }
    }

    /**
     * What a change set is found by.
     *
     * @param stackId the stack's id
     * @param name the change set's name
     */
    record Handle(String stackId, String name) {}

    void execute(Handle handle) {
        var form = changeSet(handle.stackId(), handle.name());
        form.put("ClientRequestToken", handle.name());
        service.call("ExecuteChangeSet", form);
    }

    void deleteChangeSet(Handle handle) {
        service.call("DeleteChangeSet", changeSet(handle.stackId(), handle.name()));
    }

    void deleteStack(String stackId) {
        service.call("DeleteStack", Map.of("StackName", stackId));
    }

    /**
     * What happened to a stack, the latest first.
     *
     * @param after the id of the event to stop at; all of the stack's life without it
     */
    List<StackEvent> events(String stackId, Optional<String> after) {
        var events = new ArrayList<StackEvent>();
        var form = new LinkedHashMap<>(Map.of("StackName", stackId));
        while (true) {
            var page = service.call("DescribeStackEvents", form);
            for (var member : page.members("StackEvents")) {
                var event = StackEvent.of(member);
                if (after.filter(event.id()::equals).isPresent()) {
                    return events;
                }
                events.add(event);
            }
            var next = page.optional("NextToken");
            if (next.isEmpty()) {
                return events;
            }
            form.put("NextToken", next.get());
        }
    }

    private static Map<String, String> changeSet(String stack, String name) {
        var form = new LinkedHashMap<String, String>();
        form.put("StackName", stack);
        form.put("ChangeSetName", name);
        return form;
    }
}
