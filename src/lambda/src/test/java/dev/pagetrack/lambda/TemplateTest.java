package dev.pagetrack.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The template holds together, and what it makes is what was promised. */
class TemplateTest {

    private static final Pattern SUBSTITUTE = Pattern.compile("\\$\\{([A-Za-z0-9:.]+)}");

    private Map<String, Object> template;

    @BeforeEach
    void read() throws IOException {
        template = Template.read();
    }

    @Test
    void fitsTheTypesThatAwsPublishes() throws IOException {
        var types = new ResourceTypes();
        resources().forEach(types::check);
        assertThat(types.problems()).isEmpty();
    }

    @Test
    void findsWhatDoesNotFitThem() throws IOException {
        var types = new ResourceTypes();
        types.check("Queue", Map.of("Type", "AWS::SQS::Queue", "Properties", Map.of("VisibilityTimeout", "long")));
        types.check("Queue", Map.of("Type", "AWS::SQS::Queue", "Properties", Map.of("Visibility", 5)));
        types.check("Alias", Map.of("Type", "AWS::Lambda::Alias", "Properties", Map.of("Name", "live")));
        types.check("Other", Map.of("Type", "AWS::SQS::Queues"));
        assertThat(types.problems())
                .containsExactly(
                        "Queue.VisibilityTimeout is no integer: long",
                        "Queue.Visibility is unknown",
                        "Alias.FunctionName is required",
                        "Alias.FunctionVersion is required",
                        "Other is of no known type: AWS::SQS::Queues");
    }

    @Test
    void refersToWhatThereIs() throws IOException {
        var types = new ResourceTypes();
        var used = new TreeSet<String>();
        for (var reference : references(template)) {
            int dot = reference.indexOf('.');
            var name = dot < 0 ? reference : reference.substring(0, dot);
            used.add(name);
            if (name.startsWith("AWS::")) {
                assertThat(name)
                        .isIn("AWS::AccountId", "AWS::Partition", "AWS::Region", "AWS::StackName", "AWS::NoValue");
            } else if (dot < 0) {
                assertThat(resources().containsKey(name)
                                || section("Parameters").containsKey(name))
                        .as(name)
                        .isTrue();
            } else {
                var type = (String) Template.map(resources().get(name)).get("Type");
                assertThat(types.hasAttribute(type, reference.substring(dot + 1)))
                        .as(reference)
                        .isTrue();
            }
        }
        assertThat(used).containsAll(section("Parameters").keySet());
    }

    @Test
    void makesNothingThatNeedsWhatIsNotMade() {
        resources().forEach((name, resource) -> {
            var condition = Template.map(resource).get("Condition");
            for (var reference : references(resource)) {
                var needed = resources().get(reference.replaceFirst("\\..*", ""));
                if (needed != null && Template.map(needed).get("Condition") != null) {
                    assertThat(condition)
                            .as(name + " needs " + reference)
                            .isEqualTo(Template.map(needed).get("Condition"));
                }
            }
        });
    }

    @Test
    void usesEachConditionThatItDefines() {
        var text = template.toString();
        for (var condition : section("Conditions").keySet()) {
            assertThat(text).containsPattern("Condition=" + condition + "[,}]|Fn::If=\\[" + condition + ",");
        }
    }

    @Test
    void keepsTheTableWhenTheStackGoes() {
        var table = resource("Table");
        assertThat(table).containsEntry("DeletionPolicy", "Retain").containsEntry("UpdateReplacePolicy", "Retain");
        assertThat(properties("Table"))
                .containsEntry("BillingMode", "PAY_PER_REQUEST")
                .containsEntry("PointInTimeRecoverySpecification", Map.of("PointInTimeRecoveryEnabled", true))
                .containsEntry("SSESpecification", Map.of("SSEEnabled", true))
                .containsEntry("TimeToLiveSpecification", Map.of("AttributeName", "Expires", "Enabled", true));
    }

    @Test
    void letsTheStatsFunctionReadNoRawView() {
        var allowed = statements("StatsRole").stream()
                .filter(statement -> actions(statement).stream().anyMatch(action -> action.startsWith("dynamodb:")))
                .toList();
        assertThat(allowed).hasSize(1);
        assertThat(actions(allowed.get(0)))
                .containsExactlyInAnyOrder("dynamodb:Query", "dynamodb:GetItem", "dynamodb:BatchGetItem");
        var sub = Map.of("Fn::Sub", "${SiteId}#INDEX");
        assertThat(allowed.get(0).get("Condition"))
                .isEqualTo(Map.of(
                        "Null",
                        Map.of("dynamodb:LeadingKeys", "false"),
                        "ForAllValues:StringLike",
                        Map.of(
                                "dynamodb:LeadingKeys",
                                Map.of(
                                        "Fn::If",
                                        List.of(
                                                "HasSite",
                                                List.of(sub, Map.of("Fn::Sub", "${SiteId}#MONTH#*")),
                                                List.of("INDEX", "MONTH#*"))))));
    }

    @Test
    void letsTheIngestFunctionNeitherScanNorDelete() {
        for (var statement : statements("IngestRole")) {
            if (statement.get("Effect").equals("Allow")) {
                assertThat(actions(statement))
                        .noneMatch(action -> action.matches("dynamodb:.*(Scan|Delete|PartiQL|\\*).*"));
            } else {
                assertThat(actions(statement)).contains("dynamodb:Scan", "dynamodb:DeleteItem");
            }
        }
    }

    @Test
    void allowsNothingOnEverythingButTraces() {
        for (var role : List.of("IngestRole", "StatsRole")) {
            for (var statement : statements(role)) {
                assertThat(actions(statement)).noneMatch(action -> action.endsWith("*"));
                if (statement.get("Resource").equals("*")) {
                    assertThat(actions(statement)).allMatch(action -> action.startsWith("xray:"));
                }
            }
        }
    }

    @Test
    void keepsAMessageFromOthersWhileAFunctionMayBeAtIt() {
        int timeout = (Integer) properties("IngestFunction").get("Timeout");
        int window = (Integer) properties("IngestFromQueue").get("MaximumBatchingWindowInSeconds");
        assertThat((Integer) properties("Queue").get("VisibilityTimeout")).isEqualTo(6 * timeout + window);
        assertThat(properties("IngestFromQueue"))
                .containsEntry("FunctionResponseTypes", List.of("ReportBatchItemFailures"));
    }

    @Test
    void runsHandlersThatThereAre() throws ClassNotFoundException {
        for (var function : List.of("IngestFunction", "StatsFunction")) {
            assertThat(Class.forName((String) properties(function).get("Handler")))
                    .isNotNull();
            assertThat(properties(function))
                    .containsEntry("SnapStart", Map.of("ApplyOn", "PublishedVersions"))
                    .containsEntry("Architectures", List.of("arm64"));
        }
    }

    @Test
    void setsOnlyWhatFunctionsRead() {
        for (var function : List.of("IngestFunction", "StatsFunction")) {
            var variables = Template.map(
                    Template.map(properties(function).get("Environment")).get("Variables"));
            assertThat(variables.keySet()).isSubsetOf(FunctionSettings.VARIABLES);
        }
    }

    private static List<String> actions(Map<String, Object> statement) {
        var action = statement.get("Action");
        return action instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of((String) action);
    }

    private List<Map<String, Object>> statements(String role) {
        var statements = new ArrayList<Map<String, Object>>();
        for (var policy : (List<?>) properties(role).get("Policies")) {
            var document = Template.map(Template.map(policy).get("PolicyDocument"));
            for (var statement : (List<?>) document.get("Statement")) {
                var map = Template.map(statement);
                statements.add(map.get("Fn::If") instanceof List<?> branches ? Template.map(branches.get(1)) : map);
            }
        }
        return statements;
    }

    /** The names that {@code Ref}, {@code Fn::GetAtt} and {@code Fn::Sub} name, and {@code DependsOn}. */
    private static List<String> references(Object value) {
        var found = new ArrayList<String>();
        if (value instanceof List<?> list) {
            list.forEach(one -> found.addAll(references(one)));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> {
                if (Set.of("Ref", "DependsOn").contains(key)) {
                    found.add((String) one);
                } else if (key.equals("Fn::GetAtt")) {
                    found.add(((List<?>) one).get(0) + "." + ((List<?>) one).get(1));
                } else if (key.equals("Fn::Sub")) {
                    SUBSTITUTE.matcher((String) one).results().forEach(match -> found.add(match.group(1)));
                } else {
                    found.addAll(references(one));
                }
            });
        }
        return found;
    }

    private Map<String, Object> properties(String name) {
        return Template.map(resource(name).get("Properties"));
    }

    private Map<String, Object> resource(String name) {
        return Template.map(resources().get(name));
    }

    private Map<String, Map<String, Object>> resources() {
        var resources = new LinkedHashMap<String, Map<String, Object>>();
        section("Resources").forEach((name, resource) -> resources.put(name, Template.map(resource)));
        return resources;
    }

    private Map<String, Object> section(String name) {
        return Template.map(template.get(name));
    }
}
