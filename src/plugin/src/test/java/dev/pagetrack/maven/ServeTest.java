package dev.pagetrack.maven;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pagetrack.SampleLog;
import dev.pagetrack.local.LocalDynamoDb;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/**
 * Queries the table and the statistics of {@code serve} with the commands of part 3 of "AWS: A DynamoDB Page View
 * Tracker". The views are those in that article's picture of the table, and one more in the same second as another.
 */
@MojoParameter(name = "logs", value = "logs")
@MojoParameter(name = "port", value = "0")
@MojoParameter(name = "dynamodbPort", value = "0")
class ServeTest extends GoalTest {

    private static final String BACKLOG = "blog/articles/2018-11-28-backlog-priorities/";
    private static final String SCRUM = "blog/articles/2021-11-16-understanding-scrum/";
    private static final List<Long> SCRUM_VIEWS =
            List.of(1_662_606_144L, 1_662_607_990L, 1_662_610_949L, 1_662_610_949L);

    private static final String PAGES = """
            aws dynamodb query --table-name PageTrackTable
                            --key-condition-expression "UserPages = :pk AND begins_with(SortKey, :sk)"
                            --expression-attribute-values '{ ":pk": { "S": "INDEX" }, ":sk": { "S": "blog/articles" } }'
                            | jq ".Items[].SortKey.S"
            """;
    private static final String COUNT = """
            aws dynamodb query --table-name PageTrackTable
                            --key-condition-expression "UserPages = :pk"
                            --expression-attribute-values '{ ":pk": { "S": "blog/articles/2021-11-16-understanding-scrum/" } }'
                            --select COUNT
            """;
    private static final String TIMES = """
            aws dynamodb query --table-name PageTrackTable
                            --key-condition-expression "UserPages = :pk"
                            --expression-attribute-values '{ ":pk": { "S": "blog/articles/2021-11-16-understanding-scrum/" } }'
                            --projection SortKey | jq '.Items[].SortKey.S'
            """;

    @Override
    TestBuild newBuild() {
        return TestBuild.of(folder).property("pagetrack.embedded", "true");
    }

    @BeforeEach
    void writeLog() {
        new SampleLog()
                .views("/" + SCRUM + "index.html", 1_662_606_144, 1_662_607_990)
                .views("/" + SCRUM, 1_662_610_949, 1_662_610_949)
                .views("/" + BACKLOG, 1_662_609_497, 1_662_615_564)
                .views("/", 1_662_606_000)
                .request("/" + SCRUM, 1_662_606_145, 404)
                .request("/" + SCRUM + "scrum.png", 1_662_606_146, 200)
                .write(folder.resolve("logs/E1.2022-09-08-03.log"));
    }

    @Test
    void answersTheCommandsOfTheSeries(
            @InjectMojo(goal = "ingest") IngestMojo ingest,
            @InjectMojo(goal = "serve") ServeMojo before,
            @InjectMojo(goal = "rebuild") RebuildMojo rebuild,
            @InjectMojo(goal = "serve") ServeMojo after)
            throws Exception {
        assumeTrue(AwsCli.isExpected(), "No aws and jq on the PATH: the queries of the series are left out.");
        ingest.execute();
        for (var serve : List.of(before, after)) {
            try (var goal = RunningGoal.start(serve)) {
                assertThat(goal).isNotNull();
                var aws = new AwsCli(folder, dynamodbPort());
                assertThat(aws.lines(PAGES)).containsExactly('"' + BACKLOG + '"', '"' + SCRUM + '"');
                assertThat(aws.answer(COUNT).toString()).startsWith("{\"Count\":4,\"ScannedCount\":4");
                assertThat(aws.lines(TIMES))
                        .extracting(line -> second(line.replace("\"", "")))
                        .isEqualTo(SCRUM_VIEWS);
            }
            rebuild.execute();
        }
    }

    @Test
    void answersAnyOtherClient(
            @InjectMojo(goal = "ingest") IngestMojo ingest, @InjectMojo(goal = "serve") ServeMojo serve)
            throws Exception {
        ingest.execute();
        try (var goal = RunningGoal.start(serve);
                var client = client(dynamodbPort())) {
            assertThat(goal).isNotNull();
            var pages = client.query(query(Map.of(":pk", "INDEX", ":sk", "blog/articles"))
                    .keyConditionExpression("UserPages = :pk AND begins_with(SortKey, :sk)")
                    .build());
            assertThat(sortKeys(pages)).containsExactly(BACKLOG, SCRUM);
            var count = client.query(
                    query(Map.of(":pk", SCRUM)).select(Select.COUNT).build());
            assertThat(count.count()).isEqualTo(4);
            var times = client.query(
                    query(Map.of(":pk", SCRUM)).projectionExpression("SortKey").build());
            assertThat(sortKeys(times)).extracting(ServeTest::second).isEqualTo(SCRUM_VIEWS);
        }
    }

    @Test
    void answersTotalsUntilItIsInterrupted(
            @InjectMojo(goal = "ingest") IngestMojo ingest, @InjectMojo(goal = "serve") ServeMojo serve)
            throws Exception {
        ingest.execute();
        var goal = RunningGoal.start(serve);
        var totals = URI.create(build().log().await("Statistics: "));
        var answer = "{\"/\":1,\"" + BACKLOG + "\":2,\"" + SCRUM + "\":4}";
        assertThat(get(totals)).isEqualTo(answer);
        assertThat(goal.interrupt()).isTrue();
        try (var dynamoDb = LocalDynamoDb.open(folder.resolve(".pagetrack/dynamodb"))) {
            var count = dynamoDb.client()
                    .query(query(Map.of(":pk", SCRUM)).select(Select.COUNT).build());
            assertThat(count.count()).isEqualTo(4);
        }
    }

    private int dynamodbPort() throws InterruptedException {
        return Integer.parseInt(build().log().await("--endpoint-url http://localhost:"));
    }

    private static String get(URI address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }

    /** A plain client of the AWS SDK. */
    private static DynamoDbClient client(int port) {
        return DynamoDbClient.builder()
                .endpointOverride(URI.create("http://localhost:" + port))
                .region(Region.AP_SOUTHEAST_2)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIASOMEBODYELSE", "another")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private static QueryRequest.Builder query(Map<String, String> values) {
        var builder = QueryRequest.builder().tableName("PageTrackTable").keyConditionExpression("UserPages = :pk");
        return builder.expressionAttributeValues(values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, value -> AttributeValue.fromS(value.getValue()))));
    }

    private static List<String> sortKeys(QueryResponse response) {
        return response.items().stream()
                .map(item -> requireNonNull(item.get("SortKey")).s())
                .toList();
    }

    /** A view's sort key begins with its epoch second. */
    private static long second(String sortKey) {
        return Long.parseLong(sortKey.substring(0, sortKey.indexOf('.')));
    }
}
