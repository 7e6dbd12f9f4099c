package dev.pagetrack.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.local.LocalDynamoDb;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/** The jar that is deployed, in a class loader that has nothing else, as Lambda has it: named by its handler string. */
class FunctionJarIT {

    private static final String HANDLER = "dev.pagetrack.lambda.IngestHandler";
    private static final String CONTEXT = "com.amazonaws.services.lambda.runtime.Context";
    private static final String LOG = """
            #Fields: date time cs-method cs-uri-stem sc-status cs(User-Agent) x-edge-request-id
            2026-05-03\t12:17:39\tGET\t/blog/a/\t200\tMozilla/5.0%20Firefox/122.0\t1
            2026-05-03\t12:17:39\tGET\t/blog/a/\t200\tMozilla/5.0%20Firefox/122.0\t2
            2026-05-03\t12:17:39\tGET\t/blog/a/\t404\tMozilla/5.0%20Firefox/122.0\t3
            """;

    private final LocalDynamoDb dynamoDb = LocalDynamoDb.inMemory();
    private S3Stub s3;

    @BeforeEach
    void startServices() throws Exception {
        s3 = new S3Stub();
        var settings = Map.of(
                "aws.region", "eu-central-1",
                "aws.accessKeyId", "id",
                "aws.secretAccessKey", "secret",
                "aws.endpointUrlS3", s3.endpoint(),
                "aws.endpointUrlDynamoDb", "http://127.0.0.1:" + dynamoDb.serve(0));
        settings.forEach(System::setProperty);
        createTable();
    }

    @AfterEach
    void stopServices() {
        s3.close();
        dynamoDb.close();
    }

    @Test
    void countsTheViewsOfAnEventOnceHoweverOftenItComes() throws Exception {
        s3.put("/bucket/logs/a b.log", LOG.getBytes(UTF_8));
        try (var jar = functionJar()) {
            assertThat(invoke(jar, "logs/a+b.log"))
                    .isEqualTo("[{\"object\":\"s3://bucket/logs/a b.log\",\"lines\":3,\"counted\":2,\"added\":2}]");
            assertThat(invoke(jar, "logs/a+b.log"))
                    .isEqualTo("[{\"object\":\"s3://bucket/logs/a b.log\",\"lines\":0,\"counted\":0,\"added\":0}]");
        }
        assertThat(views("blog/a/")).isEqualTo("2");
    }

    @Test
    void doesTheOthersWhenOneObjectFailsAndNamesIt() throws Exception {
        s3.put("/bucket/bad.log", "Dear diary".getBytes(UTF_8));
        s3.put("/bucket/good.log", LOG.getBytes(UTF_8));
        try (var jar = functionJar()) {
            assertThatThrownBy(() -> invoke(jar, "bad.log", "good.log", "missing.log"))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .hasMessageStartingWith("2 of 3 log objects failed, the first with: s3://bucket/bad.log is no log");
        }
        assertThat(views("blog/a/")).isEqualTo("2");
    }

    private static URLClassLoader functionJar() throws Exception {
        var jar = Path.of(System.getProperty("functionJar"));
        return new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    }

    private static String invoke(ClassLoader jar, String... keys) throws Exception {
        var handler = jar.loadClass(HANDLER);
        var handle = handler.getMethod("handleRequest", InputStream.class, OutputStream.class, jar.loadClass(CONTEXT));
        var out = new ByteArrayOutputStream();
        handle.invoke(handler.getConstructor().newInstance(), new ByteArrayInputStream(event(keys)), out, null);
        return out.toString(UTF_8);
    }

    private static byte[] event(String... keys) {
        var records = new StringBuilder();
        for (var key : keys) {
            records.append(records.isEmpty() ? "" : ",")
                    .append(
                            "{\"eventName\":\"ObjectCreated:Put\",\"s3\":{\"bucket\":{\"name\":\"bucket\"},\"object\":{\"key\":\"")
                    .append(key)
                    .append("\"}}}");
        }
        return ("{\"Records\":[" + records + "]}").getBytes(UTF_8);
    }

    private String views(String page) {
        var key = Map.of(
                "UserPages", AttributeValue.fromS("INDEX"),
                "SortKey", AttributeValue.fromS(page));
        return dynamoDb.client()
                .getItem(get -> get.tableName("PageTrackTable").key(key))
                .item()
                .get("Views")
                .n();
    }

    private void createTable() {
        dynamoDb.client()
                .createTable(create -> create.tableName("PageTrackTable")
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .keySchema(key("UserPages", "HASH"), key("SortKey", "RANGE"))
                        .attributeDefinitions(string("UserPages"), string("SortKey")));
    }

    private static KeySchemaElement key(String name, String type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static AttributeDefinition string(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType("S")
                .build();
    }
}
