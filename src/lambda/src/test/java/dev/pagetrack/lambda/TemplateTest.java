package dev.pagetrack.lambda;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pagetrack.api.ApiRequest;
import dev.pagetrack.api.StatsApi;
import dev.pagetrack.table.PageTrackTable;
import dev.pagetrack.table.item.TableConnection;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.AbstractMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that the template is consistent, and that it fits the schemas of AWS and the functions. */
class TemplateTest {

    private static final List<String> FUNCTIONS = List.of("IngestFunction", "StatsFunction");

    private final Template template = Template.read();
    private final ResourceSchemas schemas = new ResourceSchemas();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyResourceFitsItsSchema(boolean holds) {
        template.section("Resources").keySet().forEach(name -> {
            var properties = requireNonNull(template.resolved(template.properties(name), holds));
            assertThat(schemas.problems(type(name), properties)).as(name).isEmpty();
        });
    }

    @Test
    void theSchemasFindErrors() {
        assertThat(schemas.problems("AWS::SQS::Queue", Map.of("VisibilityTimeout", "long")))
                .singleElement()
                .asString()
                .contains("/VisibilityTimeout", "integer");
        assertThat(schemas.problems("AWS::SQS::Queue", Map.of("Visibility", 5)))
                .singleElement()
                .asString()
                .contains("'Visibility'");
        assertThat(schemas.problems("AWS::Lambda::Alias", Map.of("Name", "live")))
                .anyMatch(problem -> problem.contains("'FunctionVersion'"));
        assertThat(schemas.problems(
                        "AWS::S3::Bucket", Map.of("NotificationConfiguration", Map.of("EventBridge", Map.of()))))
                .isNotEmpty();
    }

    @Test
    void everyReferenceExists() {
        for (var reference : Template.references(template.content())) {
            int dot = reference.indexOf('.');
            if (dot > 0) {
                assertThat(schemas.attributes(type(reference.substring(0, dot))))
                        .as(reference)
                        .contains(reference.substring(dot + 1));
            } else {
                assertThat(Template.isPseudoParameter(reference)
                                || template.section("Resources").containsKey(reference)
                                || template.section("Parameters").containsKey(reference))
                        .as(reference)
                        .isTrue();
            }
        }
    }

    @Test
    void everyPathOfTheApiHasARouteAndIsPrimed() {
        var paths = pathsOfTheApi();
        assertThat(paths).contains("/pagetotals").hasSizeGreaterThan(4);
        assertThat(template.section("Resources").keySet().stream()
                        .filter(name -> type(name).equals("AWS::ApiGatewayV2::Route"))
                        .map(name -> template.properties(name).get("RouteKey")))
                .containsExactlyInAnyOrderElementsOf(
                        paths.stream().map(path -> "ANY " + path).toList());
        assertThat(StatsHandler.PRIMING_QUERIES.keySet()).isEqualTo(paths);
    }

    /** The answer to a path that does not exist lists those that do. */
    private static Set<String> pathsOfTheApi() {
        try (var dynamoDb = StubAws.dynamoDb()) {
            var settings = FunctionSettings.of(Map.of());
            var table = new PageTrackTable(TableConnection.of(dynamoDb), settings.table());
            var answer = new StatsApi(table, settings.api(), Clock.systemUTC(), why -> {})
                    .handle(new ApiRequest("GET", "/none", "", Map.of()));
            assertThat(answer.status()).isEqualTo(404);
            return Pattern.compile("/[a-z.]*[a-z]")
                    .matcher(answer.body())
                    .results()
                    .map(MatchResult::group)
                    .filter(path -> !path.equals("/none"))
                    .collect(toCollection(TreeSet::new));
        }
    }

    @Test
    void everyParameterIsUsedDescribedAndGrouped() {
        var parameters = template.section("Parameters");
        assertThat(Template.references(template.content())).containsAll(parameters.keySet());
        parameters.forEach((name, parameter) -> {
            var one = Template.map(parameter);
            assertThat((String) one.get("Description")).as(name).endsWith(".");
            assertThat(one.containsKey("AllowedPattern")).as(name).isEqualTo(one.containsKey("ConstraintDescription"));
        });
        var grouped = new TreeSet<String>();
        var face = Template.map(template.section("Metadata").get("AWS::CloudFormation::Interface"));
        Template.list(face.get("ParameterGroups"))
                .forEach(group -> Template.list(Template.map(group).get("Parameters"))
                        .forEach(name -> grouped.add((String) name)));
        assertThat(grouped).isEqualTo(new TreeSet<>(parameters.keySet()));
    }

    @Test
    void defaultsAreValid() {
        template.section("Parameters").forEach((name, parameter) -> {
            var one = Template.map(parameter);
            if (one.get("AllowedPattern") instanceof String pattern && one.get("Default") instanceof String given) {
                assertThat(given).as(name).matches(pattern);
            }
            if (one.get("AllowedValues") instanceof List<?> values && one.containsKey("Default")) {
                assertThat(values.contains(one.get("Default"))).as(name).isTrue();
            }
        });
        var siteId = Pattern.compile((String)
                Template.map(template.section("Parameters").get("SiteId")).get("AllowedPattern"));
        assertThat(List.of("Richard", "a_b-3", "INDEXES")).allMatch(siteId.asMatchPredicate());
        assertThat(List.of("INDEX", "META", "a#b", "a".repeat(65))).noneMatch(siteId.asMatchPredicate());
    }

    @Test
    void everyConditionIsUsedAndDefined() {
        assertThat(new HashSet<>(
                        Template.conditions(List.of(template.section("Resources"), template.section("Outputs")))))
                .isEqualTo(template.section("Conditions").keySet());
    }

    /** Otherwise the stack fails when the condition of the referenced resource is false. */
    @Test
    void noResourceNeedsAnotherThatMayNotExist() {
        template.section("Resources").forEach((name, resource) -> {
            for (var reference : Template.references(resource)) {
                var needed = template.section("Resources").get(reference.replaceFirst("\\..*", ""));
                if (needed instanceof Map<?, ?> other && other.containsKey("Condition")) {
                    assertThat(Template.map(resource).get("Condition"))
                            .as(name + " needs " + reference)
                            .isEqualTo(other.get("Condition"));
                }
            }
        });
    }

    @Test
    void handlersExist() throws ReflectiveOperationException {
        for (var function : FUNCTIONS) {
            var handler = requireNonNull((String) template.properties(function).get("Handler"))
                    .split("::", 2);
            assertThat(Class.forName(handler[0]).getMethods())
                    .anyMatch(method -> method.getName().equals(handler[1]));
        }
    }

    @Test
    void theFunctionsKnowTheirSettings() {
        var known = new HashSet<String>();
        FunctionSettings.of(new AbstractMap<>() {
            @Override
            public @Nullable String get(Object name) {
                known.add((String) name);
                return null;
            }

            @Override
            public String getOrDefault(Object name, String value) {
                known.add((String) name);
                return value;
            }

            @Override
            public Set<Entry<String, String>> entrySet() {
                return Set.of();
            }
        });
        var set = new HashSet<String>();
        FUNCTIONS.forEach(function -> set.addAll(
                Template.map(Template.map(template.properties(function).get("Environment"))
                                .get("Variables"))
                        .keySet()));
        // The series layouts can only be read with access to raw views, which these functions do not have.
        known.remove("PAGETRACK_LAYOUT");
        assertThat(set).isEqualTo(known);
    }

    @Test
    void functionsStartFromAPublishedSnapshot() {
        for (var function : FUNCTIONS) {
            assertThat(template.properties(function))
                    .containsEntry("SnapStart", Map.of("ApplyOn", "PublishedVersions"))
                    .containsEntry("Architectures", List.of("arm64"));
        }
        assertThat(template.properties("IngestSource")).containsEntry("FunctionName", Map.of("Ref", "IngestAlias"));
        assertThat(template.properties("ApiIntegration")).containsEntry("IntegrationUri", Map.of("Ref", "StatsAlias"));
    }

    /** The description of a version, whose change publishes a new one, may have 256 characters. */
    @Test
    void aVersionsDescriptionFits() {
        assertThat(template.properties("IngestVersion"))
                .containsEntry("Description", Map.of("Fn::Sub", "${FunctionKey} ${Revision}"));
        assertThat(pattern("FunctionKey")).endsWith("{1,180}");
        assertThat(pattern("Revision")).endsWith("{1,64}");
    }

    private String pattern(String parameter) {
        return requireNonNull((String)
                Template.map(template.section("Parameters").get(parameter)).get("AllowedPattern"));
    }

    /**
     * A message that SQS delivers again while a function is still working on it would count as a failed attempt.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html">Configuring an SQS queue</a>
     */
    @Test
    void theQueueWaitsLongEnough() {
        int timeout =
                requireNonNull((Integer) template.properties("IngestFunction").get("Timeout"));
        int window = requireNonNull((Integer)
                Template.map(template.section("Parameters").get("BatchWindow")).get("MaxValue"));
        assertThat((Integer) template.properties("LogQueue").get("VisibilityTimeout"))
                .isGreaterThanOrEqualTo(6 * timeout + window);
        assertThat((Integer) template.properties("DeadLetterQueue").get("MessageRetentionPeriod"))
                .isGreaterThan((Integer) template.properties("LogQueue").get("MessageRetentionPeriod"));
        assertThat(template.properties("IngestSource"))
                .containsEntry("FunctionResponseTypes", List.of("ReportBatchItemFailures"));
    }

    @Test
    void theTableAndTheLogsStayWhenTheStackIsDeleted() {
        for (var name : List.of("PageTrackTable", "Logs")) {
            assertThat(template.resource(name))
                    .containsEntry("DeletionPolicy", "Retain")
                    .containsEntry("UpdateReplacePolicy", "Retain");
        }
        assertThat(template.properties("PageTrackTable"))
                .containsEntry("BillingMode", "PAY_PER_REQUEST")
                .containsEntry("PointInTimeRecoverySpecification", Map.of("PointInTimeRecoveryEnabled", true))
                .containsEntry("SSESpecification", Map.of("SSEEnabled", true))
                .containsEntry("TimeToLiveSpecification", Map.of("AttributeName", "Expires", "Enabled", true));
    }

    /** CloudFormation accepts no larger template in a request; it would have to be in a bucket. */
    @Test
    void theTemplateFitsIntoARequest() throws Exception {
        try (var in = IngestHandler.class.getResourceAsStream(Template.FILE)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).hasSizeLessThan(51_200);
        }
    }

    private String type(String resource) {
        assertThat(template.section("Resources")).containsKey(resource);
        return requireNonNull((String) template.resource(resource).get("Type"));
    }
}
