package dev.pagetrack.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagetrack.testing.Seed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Runs the packaged functions with Lambda's own runtime client, and with DynamoDB and S3 over HTTP. */
class FunctionIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String FIELDS =
            "#Version: 1.0\n#Fields: date time cs-method cs(Host) cs-uri-stem sc-status cs(User-Agent) x-edge-request-id\n";

    @RegisterExtension
    final Seed seed = Seed.of(5);

    private AwsServices aws;

    @TempDir
    Path folder;

    @BeforeEach
    void startServices() {
        aws = new AwsServices();
    }

    @AfterEach
    void stopServices() {
        aws.close();
    }

    @Test
    void countsTheObjectsOfEveryKindOfEventAndAnswersIt() throws Exception {
        aws.put("logs/a b+ü.gz", gzip(log("a", 3)));
        var first = aws.put("logs/versions", log("v1", 2).getBytes(UTF_8));
        aws.put("logs/versions", log("v2", 5).getBytes(UTF_8));
        aws.put("logs/a+b%2B", log("bridge", 1).getBytes(UTF_8));
        try (var function = start(IngestHandler.class)) {
            assertThat(function.invoke("{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\"}"))
                    .isEqualTo("{\"objects\":0}");
            assertThat(function.invoke(Events.notification("logs/a+b%2B%C3%BC.gz")))
                    .isEqualTo("{\"objects\":1}");
            assertThat(views()).isEqualTo(3);
            assertThat(function.invoke(Events.eventBridge("logs/versions", first)))
                    .isEqualTo("{\"objects\":1}");
            assertThat(views()).isEqualTo(5);
            assertThat(function.invoke(Events.eventBridge("logs/a+b%2B", ""))).isEqualTo("{\"objects\":1}");
            assertThat(views()).isEqualTo(6);
            assertThat(function.invoke(Events.batchJob("logs/versions")))
                    .endsWith(
                            "{\"taskId\":\"t\",\"resultCode\":\"Succeeded\",\"resultString\":\"5 of 5 lines counted\"}]}");
            assertThat(function.invoke(Events.batchJob("logs/none"))).contains("\"resultCode\":\"PermanentFailure\"");
            assertThat(views()).isEqualTo(11);
            assertThat(function.output())
                    .contains("\"object\":\"s3://logs-bucket/logs/a b+ü.gz\"", "\"_aws\":{\"Timestamp\":")
                    .doesNotContain("Mozilla", "secret");
        }
    }

    @Test
    void ingestsNineOfTenObjectsAndReportsTheBadOne() throws Exception {
        var keys = objects(9, 2);
        keys.add(4, "bad");
        aws.put("bad", "203.0.113.7 is no log".getBytes(UTF_8));
        try (var function = start(IngestHandler.class)) {
            assertThat(function.invoke(Events.queueBatch(keys)))
                    .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"bad\"}]}");
            assertThat(views()).isEqualTo(18);
            assertThat(function.output())
                    .contains("s3://logs-bucket/bad is not a log")
                    .doesNotContain("203.0.113.7");
        }
    }

    /** Log delivery writes such a file to check its rights; it must not end in the dead-letter queue. */
    @Test
    void passesOverAnObjectWithoutPageViews() throws Exception {
        aws.put("test", "Enable AccessLog for ELB: app/blog/1 at 2026-03-01T09:00:00.999Z".getBytes(UTF_8));
        try (var function = start(IngestHandler.class)) {
            for (int i = 0; i < 2; i++) {
                assertThat(function.invoke(Events.queueBatch(List.of("test")))).isEqualTo("{\"batchItemFailures\":[]}");
            }
            assertThat(function.output())
                    .contains("passed over: it is a test file of a load balancer", "ingested before");
        }
    }

    @Test
    void countsObjectsOnceThatTwoProcessesGetThreeTimesInAnyOrder() throws Exception {
        var keys = objects(10, 40);
        var random = seed.random();
        try (var one = start(IngestHandler.class);
                var other = start(IngestHandler.class)) {
            for (int i = 0; i < 3; i++) {
                Collections.shuffle(keys, random);
                var first = one.begin(Events.queueBatch(keys));
                Collections.shuffle(keys, random);
                var second = other.begin(Events.queueBatch(keys));
                assertThat(List.of(first.get(5, TimeUnit.MINUTES), second.get(5, TimeUnit.MINUTES)))
                        .containsOnly("{\"batchItemFailures\":[]}");
            }
        }
        assertThat(views()).isEqualTo(400);
        assertThat(aws.rawViews("blog/a/")).isEqualTo(400);
    }

    /** Otherwise Lambda would end the function at its timeout, and count all ten messages as failed. */
    @Test
    void reportsMessagesAsFailedThatItHasNoTimeFor() throws Exception {
        var keys = objects(10, 2);
        try (var function = start(IngestHandler.class)) {
            var answer = function.api().invoke(Events.queueBatch(keys), Duration.ofSeconds(2));
            assertThat(json(answer.get(5, TimeUnit.MINUTES)).path("batchItemFailures"))
                    .extracting(one -> one.path("itemIdentifier").asText())
                    .containsExactlyElementsOf(keys);
            assertThat(aws.table().totals("")).isEmpty();
            assertThat(function.output()).contains("the function's time limit was reached before this object was done");
            assertThat(function.invoke(Events.queueBatch(keys))).isEqualTo("{\"batchItemFailures\":[]}");
            assertThat(views()).isEqualTo(20);
        }
    }

    @Test
    void countsObjectsOnceThatAreDeliveredAgainAfterAKill() throws Exception {
        aws.put("big", log("big", 2_000).getBytes(UTF_8));
        try (var function = start(IngestHandler.class)) {
            var answer = function.begin(Events.queueBatch(List.of("big")));
            while (aws.rawViews("blog/a/") == 0) {
                assertThat(answer).isNotDone();
            }
            function.kill();
        }
        int written = aws.rawViews("blog/a/");
        assertThat(written).isBetween(1, 1_999);
        assertThat(views()).isEqualTo(written);
        try (var function = start(IngestHandler.class)) {
            assertThat(function.invoke(Events.queueBatch(List.of("big")))).isEqualTo("{\"batchItemFailures\":[]}");
        }
        assertThat(views()).isEqualTo(2_000);
        assertThat(aws.rawViews("blog/a/")).isEqualTo(2_000);
    }

    @Test
    void answersRequestsForStatistics() throws Exception {
        aws.put("log", log("x", 3).getBytes(UTF_8));
        try (var ingest = start(IngestHandler.class);
                var stats = start(StatsHandler.class)) {
            ingest.invoke(Events.notification("log"));
            var answer = json(stats.invoke(Events.request("GET", "/pagetotals", "prefix=blog%2F", Map.of())));
            assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
            assertThat(answer.path("body").asText()).isEqualTo("{\"blog/a/\":3}");
            var tag = answer.path("headers").path("ETag").asText();
            var again = json(
                    stats.invoke(Events.request("GET", "/pagetotals", "prefix=blog%2F", Map.of("if-none-match", tag))));
            assertThat(again.path("statusCode").asInt()).isEqualTo(304);
            var wrong = json(stats.invoke(Events.request("GET", "/pagehistory", "page=%zz", Map.of())));
            assertThat(wrong.path("statusCode").asInt()).isEqualTo(400);
        }
    }

    @Test
    void usesNoNetworkBeforeASnapshotAndRealAwsAfterIt() throws Exception {
        aws.put("log", log("x", 3).getBytes(UTF_8));
        var environment = new HashMap<>(aws.environment());
        environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        environment.put("AWS_ENDPOINT_URL", "http://127.0.0.1:1");
        try (var ingest = FunctionProcess.start(folder, IngestHandler.class, environment);
                var stats = FunctionProcess.start(folder, StatsHandler.class, environment)) {
            assertThat(ingest.api().restored()).isDone();
            assertThat(stats.api().restored()).isDone();
            assertThat(aws.table().totals("")).isEmpty();
            assertThat(ingest.invoke(Events.notification("log"))).isEqualTo("{\"objects\":1}");
            assertThat(stats.invoke(Events.request("GET", "/pagetotals", "", Map.of())))
                    .contains("blog/a/");
            assertThat(ingest.output()).doesNotContain("stub");
        }
    }

    private FunctionProcess start(Class<?> handler) throws Exception {
        return FunctionProcess.start(folder, handler, aws.environment());
    }

    private List<String> objects(int count, int views) {
        var keys =
                new ArrayList<>(IntStream.range(0, count).mapToObj(i -> "o" + i).toList());
        keys.forEach(key -> aws.put(key, log(key, views).getBytes(UTF_8)));
        return keys;
    }

    private long views() {
        return requireNonNull(aws.table().totals("").get("blog/a/")).views();
    }

    private static JsonNode json(String text) throws IOException {
        return MAPPER.readTree(text);
    }

    private static String log(String name, int views) {
        return FIELDS
                + IntStream.range(0, views)
                        .mapToObj(i ->
                                "2026-05-03\t12:17:39\tGET\tblog.example\t/blog/a/\t200\tMozilla/5.0%20Firefox/122.0\t"
                                        + name + "-" + i)
                        .collect(joining("\n"))
                + "\n";
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
