package dev.pagetrack.deploy;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** CloudFormation with one stack. It replies in pages of two, and takes one step each time the stack is described. */
final class StackStub {

    static final String ID = "arn:aws:cloudformation:eu-central-1:123456789012:stack/pagetrack/51af3dc0";
    private static final int PAGE = 2;

    /** An event of a resource, or a change of one. Empty texts are left out of the replies. */
    record Event(String what, String type, String name, String more) {}

    private record Step(String status, List<Event> events) {}

    private final Deque<Step> steps = new ArrayDeque<>();
    private final List<Event> events = new ArrayList<>();
    private final Deque<String> changeSetStatus = new ArrayDeque<>();
    private final List<Event> changes = new ArrayList<>();
    private Map<String, String> parameters = new TreeMap<>();
    private Map<String, String> requested = Map.of();
    private @Nullable String status;
    private String changeSetReason = "";
    private boolean working;
    private boolean started = true;

    /** The stack exists. */
    StackStub existing(String present, Map<String, String> with) {
        status = present;
        parameters = new TreeMap<>(with);
        event(new Event("CREATE_COMPLETE", "AWS::CloudFormation::Stack", "pagetrack", ""));
        return this;
    }

    /** After a change or deletion is requested, the next description still shows the old state. */
    StackStub slowToBegin() {
        started = false;
        return this;
    }

    /** The statuses of the next change set, one for each time it is described; the last one stays. */
    StackStub changeSet(String reason, String... statuses) {
        changeSetReason = reason;
        changeSetStatus.addAll(List.of(statuses));
        return this;
    }

    StackStub change(String action, String type, String name, String replacement) {
        changes.add(new Event(action, type, name, replacement));
        return this;
    }

    /** A later status of the stack, and the events that led to it; without events, one event with that status. */
    StackStub step(String becomes, Event... with) {
        var own = new Event(becomes, "AWS::CloudFormation::Stack", "pagetrack", "");
        steps.add(new Step(becomes, with.length == 0 ? List.of(own) : List.of(with)));
        return this;
    }

    Map<String, String> parameters() {
        return requested;
    }

    @Nullable
    String status() {
        return status;
    }

    AwsStub.Reply answer(Map<String, String> form) {
        return switch (requireNonNull(form.get("Action"))) {
            case "DescribeStacks" -> describe(requireNonNull(form.get("StackName")));
            case "CreateChangeSet" -> createChangeSet(form);
            case "DescribeChangeSet" -> describeChangeSet(form);
            case "ExecuteChangeSet" -> execute();
            case "DeleteChangeSet" -> result("DeleteChangeSet", "");
            case "DeleteStack" -> delete();
            case "DescribeStackEvents" -> describeEvents(form);
            default -> AwsStub.Reply.error(400, "InvalidAction", "Could not find operation " + form.get("Action"));
        };
    }

    private AwsStub.Reply describe(String name) {
        if (working && !started) {
            started = true;
        } else if (working && !steps.isEmpty()) {
            var step = steps.remove();
            status = step.status();
            step.events().forEach(this::event);
        }
        if (status == null || (status.equals("DELETE_COMPLETE") && !name.equals(ID))) {
            return AwsStub.Reply.error(400, "ValidationError", "Stack with id " + name + " does not exist");
        }
        return result(
                "DescribeStacks",
                "<Stacks><member><StackName>pagetrack</StackName><StackId>" + ID
                        + "</StackId><CreationTime>2026-01-02T03:04:05.678Z</CreationTime><StackStatus>" + status
                        + "</StackStatus><DisableRollback>false</DisableRollback>"
                        + members("Parameters", parameters, "Parameter") + outputs() + "</member></Stacks>");
    }

    private String outputs() {
        if (!"CREATE_COMPLETE".equals(status) && !"UPDATE_COMPLETE".equals(status)) {
            return "<Outputs/>";
        }
        return "<Outputs><member><OutputKey>Region</OutputKey><OutputValue>eu-central-1</OutputValue><Description>For"
                + " &lt;region&gt; in the pom.</Description></member><member><OutputKey>StatsApiUrl</OutputKey><OutputValue>"
                + "https://abc.execute-api.eu-central-1.amazonaws.com</OutputValue><Description>The statistics"
                + " API.</Description></member></Outputs>";
    }

    private static String members(String list, Map<String, String> values, String name) {
        var xml = new StringBuilder("<" + list + ">");
        values.forEach((key, value) -> xml.append("<member><" + name + "Key>" + key + "</" + name + "Key><" + name
                + "Value>" + value + "</" + name + "Value></member>"));
        return xml + "</" + list + ">";
    }

    private AwsStub.Reply createChangeSet(Map<String, String> form) {
        requested = new LinkedHashMap<>();
        for (int i = 1; form.containsKey("Parameters.member." + i + ".ParameterKey"); i++) {
            requested.put(
                    form.get("Parameters.member." + i + ".ParameterKey"),
                    form.get("Parameters.member." + i + ".ParameterValue"));
        }
        boolean update = status != null && !status.equals("REVIEW_IN_PROGRESS");
        if (update != requireNonNull(form.get("ChangeSetType")).equals("UPDATE")) {
            return AwsStub.Reply.error(400, "ValidationError", "Stack pagetrack already exists or does not exist");
        }
        if (!update) {
            status = "REVIEW_IN_PROGRESS";
            event(new Event("REVIEW_IN_PROGRESS", "AWS::CloudFormation::Stack", "pagetrack", "User Initiated"));
        }
        return result(
                "CreateChangeSet",
                "<Id>arn:aws:cloudformation:eu-central-1:123456789012:changeSet/" + form.get("ChangeSetName")
                        + "/1</Id><StackId>" + ID + "</StackId>");
    }

    private AwsStub.Reply describeChangeSet(Map<String, String> form) {
        boolean first = !form.containsKey("NextToken");
        var now = first && changeSetStatus.size() > 1 ? changeSetStatus.remove() : changeSetStatus.peek();
        var reason = now.equals("FAILED") ? "<StatusReason>" + changeSetReason + "</StatusReason>" : "";
        return result(
                "DescribeChangeSet",
                "<StackId>" + ID + "</StackId><Status>" + now + "</Status>" + reason
                        + "<ExecutionStatus>AVAILABLE</ExecutionStatus>"
                        + page(
                                form,
                                "Changes",
                                now.equals("CREATE_COMPLETE") ? changes : List.of(),
                                (id, change) -> "<Type>Resource</Type><ResourceChange><Action>" + change.what()
                                        + "</Action><LogicalResourceId>"
                                        + change.name() + "</LogicalResourceId><ResourceType>" + change.type()
                                        + "</ResourceType>"
                                        + (change.more().isEmpty()
                                                ? ""
                                                : "<Replacement>" + change.more() + "</Replacement>")
                                        + "<Scope/><Details/></ResourceChange>"));
    }

    private AwsStub.Reply execute() {
        working = true;
        parameters = new TreeMap<>(requested);
        return result("ExecuteChangeSet", "");
    }

    private AwsStub.Reply delete() {
        working = true;
        if ("REVIEW_IN_PROGRESS".equals(status)) {
            status = "DELETE_COMPLETE";
        }
        return result("DeleteStack", "");
    }

    private AwsStub.Reply describeEvents(Map<String, String> form) {
        return result(
                "DescribeStackEvents",
                page(
                        form,
                        "StackEvents",
                        events,
                        (id, event) -> "<StackId>" + ID
                                + "</StackId><EventId>" + id + "</EventId><LogicalResourceId>" + event.name()
                                + "</LogicalResourceId>" + field("ResourceType", event.type())
                                + field("ResourceStatus", event.what())
                                + (event.more().isEmpty()
                                        ? ""
                                        : "<ResourceStatusReason>" + event.more() + "</ResourceStatusReason>")));
    }

    private static String field(String name, String value) {
        return value.isEmpty() ? "" : "<" + name + ">" + value + "</" + name + ">";
    }

    private void event(Event event) {
        events.add(0, event);
    }

    private static String page(
            Map<String, String> form, String list, List<Event> all, BiFunction<String, Event, String> text) {
        int from = Integer.parseInt(form.getOrDefault("NextToken", "0"));
        int to = Math.min(all.size(), from + PAGE);
        var xml = new StringBuilder("<" + list + ">");
        for (int i = from; i < to; i++) {
            xml.append("<member>" + text.apply("event-" + (all.size() - i), all.get(i)) + "</member>");
        }
        return xml + "</" + list + ">" + (to < all.size() ? "<NextToken>" + to + "</NextToken>" : "");
    }

    private static AwsStub.Reply result(String action, String xml) {
        return AwsStub.Reply.xml(
                200,
                "<" + action + "Response xmlns=\"http://cloudformation.amazonaws.com/doc/2010-05-15/\"><"
                        + action + "Result>" + xml + "</" + action
                        + "Result><ResponseMetadata><RequestId>b9b4b068</RequestId></ResponseMetadata></" + action
                        + "Response>");
    }
}
