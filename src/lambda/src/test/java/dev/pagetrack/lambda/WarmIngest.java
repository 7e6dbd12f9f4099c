package dev.pagetrack.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pagetrack.source.S3LogClient;
import dev.pagetrack.table.item.TableConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Measures a warm ingest function that counts an object of 20,000 lines: how long calls to DynamoDB and S3 are in
 * progress, how long no call is, and the processor time of its own threads. Then it measures the same with a stub of
 * DynamoDB that answers immediately, which shows the speed without the limit of the table. {@code warm-ingest.sh} runs
 * it.
 */
final class WarmIngest {

    private static final int LINES = 20_000;
    private static final int PAGES = 200;
    private static final int WARM_UP = 8;
    private static final Duration LONG = Duration.ofMinutes(10);

    private static final StaticCredentialsProvider SOMEBODY =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret"));

    private static final String FIELDS =
            "#Version: 1.0\n#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host)"
                    + " cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type"
                    + " x-edge-request-id x-host-header cs-protocol cs-bytes time-taken x-forwarded-for ssl-protocol ssl-cipher"
                    + " x-edge-response-result-type cs-protocol-version fle-status fle-encrypted-fields c-port"
                    + " time-to-first-byte x-edge-detailed-result-type sc-content-type sc-content-len sc-range-start"
                    + " sc-range-end\n";
    private static final String BEFORE_PATH = "\tFRA56-P4\t12345\t203.0.113.7\tGET\td111111abcdef8.cloudfront.net\t";
    private static final String AFTER_PATH =
            "\t200\thttps://www.google.com/\tMozilla/5.0%20(Windows%20NT%2010.0;%20Win64;"
                    + "%20x64)%20AppleWebKit/537.36%20(KHTML,%20like%20Gecko)%20Chrome/126.0.0.0%20Safari/537.36\t-\t-\tHit\t";
    private static final String AFTER_ID =
            "\tblog.example.com\thttps\t312\t0.001\t-\tTLSv1.3\tTLS_AES_128_GCM_SHA256\tHit"
                    + "\tHTTP/2.0\t-\t-\t49152\t0.001\tHit\ttext/html\t12000\t-\t-\n";

    private final AwsServices aws = new AwsServices();
    private final int linesPerView;
    private final CallTimes dynamoDbCalls = new CallTimes();
    private final CallTimes s3Calls = new CallTimes();
    private int objects;

    private WarmIngest(int linesPerView) {
        this.linesPerView = linesPerView;
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        System.out.printf(
                "%-32s %6s %9s %9s %9s %9s %9s %9s %9s%n",
                "medians, in ms", "wall", "DynamoDB", "S3", "neither", "CPU read", "CPU write", "calls", "views/s");
        for (int linesPerView : new int[] {1, 5}) {
            new WarmIngest(linesPerView).measure(rounds);
        }
        System.exit(0);
    }

    private void measure(int rounds) throws Exception {
        var views = LINES / linesPerView + " views of " + LINES + " lines";
        try (var dynamoDb = dynamoDb();
                var s3 = s3();
                var stub = StubAws.dynamoDb()) {
            measure(
                    views,
                    rounds,
                    new EventIngestion(
                            FunctionSettings.of(Map.of()),
                            S3LogClient.of(s3),
                            TableConnection.of(dynamoDb),
                            line -> {}));
            measure(
                    "  stub of the table",
                    rounds,
                    new EventIngestion(
                            FunctionSettings.of(Map.of()), S3LogClient.of(s3), TableConnection.of(stub), line -> {}));
        } finally {
            aws.close();
        }
    }

    private void measure(String name, int rounds, EventIngestion ingest) throws Exception {
        var all = new ArrayList<double[]>();
        for (int round = -WARM_UP; round < rounds; round++) {
            var figures = measureOne(ingest);
            if (round >= 0) {
                all.add(figures);
            }
        }
        System.out.printf("%-32s", name);
        double[] medians = new double[7];
        for (int i = 0; i < medians.length; i++) {
            int column = i;
            medians[i] = all.stream()
                    .mapToDouble(figures -> figures[column] / 1e6)
                    .sorted()
                    .toArray()[all.size() / 2];
            System.out.printf(" %" + (i == 0 ? 6 : 9) + ".0f", medians[i]);
        }
        System.out.printf(" %9.0f%n", 1000.0 * LINES / linesPerView / medians[0]);
    }

    private double[] measureOne(EventIngestion ingest) throws IOException {
        var key = "object" + objects;
        aws.put(key, log());
        var event = Json.read(Events.queueBatch(List.of(key)));
        dynamoDbCalls.clear();
        s3Calls.clear();
        long begin = System.nanoTime();
        var answer = ingest.answer(event, LONG);
        long wall = System.nanoTime() - begin;
        if (!answer.equals(Map.of("batchItemFailures", List.of()))) {
            throw new IllegalStateException(answer.toString());
        }
        long dynamoDb = dynamoDbCalls.inProgress();
        long s3 = s3Calls.inProgress();
        return new double[] {
            wall,
            dynamoDb,
            s3,
            wall - dynamoDb - s3,
            dynamoDbCalls.cpuTime("pagetrack-delivery"),
            dynamoDbCalls.cpuTime("pagetrack-worker"),
            dynamoDbCalls.calls() * 1e6
        };
    }

    /**
     * Makes requests of readers, for pages by Zipf's law; if not every line is to be a view, the others are for images.
     */
    private byte[] log() throws IOException {
        var random = new Random(objects);
        var text = new StringBuilder(FIELDS);
        for (int line = 0; line < LINES; line++) {
            int second = line * 86_400 / LINES;
            text.append("2026-05-%02d\t%02d:%02d:%02d"
                            .formatted(1 + objects % 28, second / 3600, second / 60 % 60, second % 60))
                    .append(BEFORE_PATH)
                    .append(line % linesPerView == 0 ? page(random) : "/images/picture.jpg")
                    .append(AFTER_PATH)
                    .append("%08x-%05d-Kq0h5Yk1xIuTq5aQ8dD0Wz7nL2s9Rb3vEm6c==".formatted(objects, line))
                    .append(AFTER_ID);
        }
        objects++;
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.toString().getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String page(Random random) {
        return "/blog/articles/2025-07-05-on-writing-%03d/".formatted((int) Math.pow(PAGES, random.nextDouble()) - 1);
    }

    private DynamoDbClient dynamoDb() {
        return DynamoDbClient.builder()
                .endpointOverride(URI.create(aws.environment().get("AWS_ENDPOINT_URL_DYNAMODB")))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(SOMEBODY)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(override -> override.addExecutionInterceptor(dynamoDbCalls))
                .build();
    }

    private S3Client s3() {
        return S3Client.builder()
                .endpointOverride(URI.create(aws.environment().get("AWS_ENDPOINT_URL_S3")))
                .forcePathStyle(true)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(SOMEBODY)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(override -> override.addExecutionInterceptor(s3Calls))
                .build();
    }
}
