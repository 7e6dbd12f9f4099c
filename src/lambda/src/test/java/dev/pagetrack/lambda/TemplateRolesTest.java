package dev.pagetrack.lambda;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The permissions of the roles of the stack. */
class TemplateRolesTest {

    private static final String TABLE =
            "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Table}";

    private final Template template = Template.read();

    @Test
    void theIngestFunctionCanNeitherQueryNorDelete() {
        assertThat(actions("IngestRole"))
                .containsExactlyInAnyOrder(
                        "dynamodb:BatchGetItem",
                        "dynamodb:GetItem",
                        "dynamodb:PutItem",
                        "dynamodb:UpdateItem",
                        "kms:Decrypt",
                        "logs:CreateLogStream",
                        "logs:PutLogEvents",
                        "s3:GetObject",
                        "s3:GetObjectVersion",
                        "s3:ListBucket",
                        "sqs:DeleteMessage",
                        "sqs:GetQueueAttributes",
                        "sqs:ReceiveMessage",
                        "xray:PutTelemetryRecords",
                        "xray:PutTraceSegments");
        assertThat(statement("IngestRole", "Count")).containsEntry("Resource", Map.of("Fn::Sub", TABLE));
        assertThat(statement("IngestRole", "ReadLogs"))
                .containsEntry("Resource", Map.of("Fn::Sub", "arn:${AWS::Partition}:s3:::${LogBucket}/${LogPrefix}*"));
    }

    @Test
    void theStatsFunctionCannotReadRawViews() {
        assertThat(actions("StatsRole"))
                .containsExactlyInAnyOrder(
                        "dynamodb:BatchGetItem",
                        "dynamodb:GetItem",
                        "dynamodb:Query",
                        "logs:CreateLogStream",
                        "logs:PutLogEvents",
                        "xray:PutTelemetryRecords",
                        "xray:PutTraceSegments");
        var totals = statement("StatsRole", "ReadTotals");
        assertThat(totals).containsEntry("Resource", Map.of("Fn::Sub", TABLE));
        assertThat(template.resolved(totals.get("Condition"), false))
                .isEqualTo(Map.of(
                        "Null", Map.of("dynamodb:LeadingKeys", "false"),
                        "ForAllValues:StringLike",
                                Map.of("dynamodb:LeadingKeys", List.of("INDEX", "MONTH#*", "META"))));
        assertThat(requireNonNull(totals.get("Condition")).toString())
                .contains("{Fn::Sub=${SiteId}#INDEX}, {Fn::Sub=${SiteId}#MONTH#*}, {Fn::Sub=${SiteId}#META}");
    }

    @Test
    void onlyTracingIsAllowedOnAllResources() {
        for (var role : List.of("IngestRole", "StatsRole", "BackfillRole")) {
            assertThat(actions(role)).noneMatch(action -> action.contains("*"));
            for (var statement : statements(role)) {
                assertThat(statement).containsEntry("Effect", "Allow");
                if ("*".equals(statement.get("Resource"))) {
                    assertThat(statement).as(role).containsEntry("Sid", "Trace");
                }
            }
        }
    }

    private Map<String, Object> statement(String role, String id) {
        return statements(role).stream()
                .filter(statement -> id.equals(statement.get("Sid")))
                .findFirst()
                .orElseThrow();
    }

    private Set<String> actions(String role) {
        var actions = new TreeSet<String>();
        for (var statement : statements(role)) {
            var action = statement.get("Action");
            (action instanceof List<?> list ? list : List.of(action)).forEach(one -> actions.add((String) one));
        }
        return actions;
    }

    private List<Map<String, Object>> statements(String role) {
        var statements = new ArrayList<Map<String, Object>>();
        for (var policy : Template.list(template.properties(role).get("Policies"))) {
            var document = Template.map(Template.map(policy).get("PolicyDocument"));
            for (var statement : Template.list(document.get("Statement"))) {
                var one = Template.map(statement);
                statements.add(one.get("Fn::If") instanceof List<?> branches ? Template.map(branches.get(1)) : one);
            }
        }
        return statements;
    }
}
