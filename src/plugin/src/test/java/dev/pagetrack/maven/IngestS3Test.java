package dev.pagetrack.maven;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.robothy.s3.rest.LocalS3;
import com.robothy.s3.rest.bootstrap.LocalS3Mode;
import dev.pagetrack.Count;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Ingests logs from S3 into the embedded table. There are more logs than one list response contains. */
@MojoParameter(name = "embedded", value = "true")
@MojoParameter(name = "region", value = "eu-central-1")
@MojoParameter(name = "serverId", value = "aws")
class IngestS3Test extends GoalTest {

    /** S3 lists 1,000 objects in one response. */
    private static final int LOGS = 1_003;

    private static final String ENDPOINT = "aws.endpointUrlS3";

    private static LocalS3 localS3;
    private static S3Client s3;

    @BeforeAll
    static void startS3() throws IOException {
        localS3 = LocalS3.builder().mode(LocalS3Mode.IN_MEMORY).port(-1).build();
        localS3.start();
        var endpoint = "http://127.0.0.1:" + localS3.getPort();
        System.setProperty(ENDPOINT, endpoint);
        s3 = S3Client.builder()
                .endpointOverride(URI.create(endpoint))
                .forcePathStyle(true)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        s3.createBucket(create -> create.bucket("logs"));
        for (int i = 0; i < LOGS; i++) {
            put("cf/E1." + (10_000 + i) + ".gz", log(i));
        }
    }

    @AfterAll
    static void stopS3() {
        System.clearProperty(ENDPOINT);
        s3.close();
        localS3.shutdown();
    }

    @Override
    TestBuild newBuild() {
        return TestBuild.of(folder).server("aws", "anId", "aSecret");
    }

    @Test
    void countsAllLogsOfAPrefixAndContinuesAfterAnEarlierRun(
            @InjectMojo(goal = "ingest") @MojoParameter(name = "logs", value = "s3://logs/cf/E1.100") IngestMojo some,
            @InjectMojo(goal = "ingest")
                    @MojoParameter(name = "logs", value = "s3://logs/cf/")
                    @MojoParameter(name = "since", value = "2000-01-01")
                    IngestMojo all)
            throws Exception {
        some.execute();
        all.execute();
        all.execute();
        assertThat(build().log().lines())
                .filteredOn(line -> line.contains("Ingested"))
                .map(line -> line.replaceFirst(", in [0-9].*", ""))
                .containsExactly(ingested(100, 0), ingested(LOGS - 100, 100), ingested(0, LOGS));
    }

    @Test
    @InjectMojo(goal = "ingest")
    @MojoParameter(name = "logs", value = "s3://logs/cf/")
    @MojoParameter(name = "since", value = "9999-01-01")
    void skipsOlderLogs(IngestMojo mojo) throws Exception {
        mojo.execute();
        assertThat(build().log().lines()).anyMatch(line -> line.startsWith(ingested(0, 0)));
    }

    @Test
    @InjectMojo(goal = "ingest")
    @MojoParameter(name = "logs", value = "s3://logs/cut/")
    void countsNothingOfADamagedObjectUntilItIsRepaired(IngestMojo mojo) throws Exception {
        put("cut/whole", log(1));
        put("cut/damaged", Arrays.copyOf(log(2), 60));
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("s3://logs/cut/damaged is damaged: ");
        put("cut/damaged", log(2));
        mojo.execute();
        assertThat(build().log().lines())
                .filteredOn(line -> line.contains("Ingested"))
                .map(line -> line.replaceFirst(", in [0-9].*", ""))
                .containsExactly(ingested(1, 0), ingested(1, 1));
    }

    @Test
    @InjectMojo(goal = "ingest")
    @MojoParameter(name = "logs", value = "s3://nowhere/cf/")
    void saysThatThereIsNoSuchBucket(IngestMojo mojo) {
        assertThatThrownBy(mojo::execute).hasMessageStartingWith("s3://nowhere/cf/ cannot be listed: ");
    }

    /** Each log has one view. */
    private static String ingested(int logs, int before) {
        return "info Ingested " + Count.of(logs, "log object") + " (" + Count.of(before, "more was", "more were")
                + " done before): " + Count.of(logs, "line") + ", " + format(logs) + " counted (" + format(logs)
                + " new, 0 counted before), 0 rejected";
    }

    private static String format(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static void put(String key, byte[] content) {
        s3.putObject(put -> put.bucket("logs").key(key), RequestBody.fromBytes(content));
    }

    private static byte[] log(int id) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(("#Fields: date time cs-method cs-uri-stem sc-status cs(User-Agent) x-edge-request-id\n"
                            + "2026-05-03\t12:17:39\tGET\t/a/\t200\tMozilla/5.0%20Firefox/122.0\tid-" + id + "\n")
                    .getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
