package dev.pagetrack.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagetrack.api.JsonText;
import dev.pagetrack.lambda.IngestEvent.Part;
import dev.pagetrack.lambda.Outcome.Code;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Events in the formats that AWS documents, and the answers that AWS expects. */
class IngestEventTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void readsEveryObjectOfAnS3NotificationOnceWithItsKeyDecoded() throws IOException {
        var event = event("{'Records':[%s,%s,%s,%s]}"
                .formatted(
                        record("ObjectCreated:Put", "logs/2026-05-03+a%2Bb%C3%BC.gz", ""),
                        record("ObjectCreated:CompleteMultipartUpload", "logs/two", ",'versionId':'v1'"),
                        record("ObjectRemoved:Delete", "logs/three", ""),
                        record("ObjectCreated:Put", "logs/2026-05-03+a%2Bb%C3%BC.gz", "")));
        assertThat(objects(event))
                .containsExactly(
                        new S3Object("bucket", "logs/2026-05-03 a+bü.gz", Optional.empty()),
                        new S3Object("bucket", "logs/two", Optional.of("v1")));
        assertThat(json(event.answer(part -> done()))).isEqualTo("{\"objects\":2}");
        assertThatThrownBy(() -> event.answer(
                        part -> new Outcome(Code.NEVER, part.objects().get(0).key() + " is bad")))
                .isInstanceOf(IOException.class)
                .hasMessage("2 of 2 log objects failed, the first with: logs/2026-05-03 a+bü.gz is bad");
    }

    @Test
    void doesNotDecodeKeysOfEventBridge() throws IOException {
        var event = event("{'version':'0','detail-type':'Object Created','source':'aws.s3','detail':{"
                + "'bucket':{'name':'bucket'},'object':{'key':'logs/a+b%2B ü.gz','size':5,'version-id':'v1'}}}");
        assertThat(objects(event)).containsExactly(new S3Object("bucket", "logs/a+b%2B ü.gz", Optional.of("v1")));
        assertThat(event("{'detail-type':'Object Deleted','source':'aws.s3','detail':{}}")
                        .parts())
                .isEmpty();
    }

    @Test
    void readsEveryMessageOfAQueueAndListsTheFailedOnes() throws IOException {
        var notification = MAPPER.writeValueAsString(quoted("{'Records':[%s,%s]}"
                .formatted(record("ObjectCreated:Put", "one", ""), record("ObjectCreated:Put", "two", ""))));
        var test = MAPPER.writeValueAsString(quoted("{'Service':'Amazon S3','Event':'s3:TestEvent','Bucket':'b'}"));
        var bridge = MAPPER.writeValueAsString(quoted("{'detail-type':'Object Created','source':'aws.s3','detail':{"
                + "'bucket':{'name':'bucket'},'object':{'key':'t+hree'}}}"));
        var event = IngestEvent.of(Json.read("{\"Records\":[" + message("m1", notification) + ","
                + message("m2", test) + "," + message("m3", bridge) + "," + message("m4", "\"no JSON\"") + ","
                + message("m5", "\"{}\"") + "]}"));
        assertThat(event.parts()).extracting(Part::id).containsExactly("m1", "m2", "m3", "m4", "m5");
        assertThat(objects(event)).extracting(S3Object::key).containsExactly("one", "two", "t+hree");
        assertThat(event.parts().get(3).wrong()).hasValue("the message is no JSON");
        assertThat(event.parts().get(4).wrong()).isPresent();
        assertThat(json(event.answer(part ->
                        part.wrong().isPresent() || part.id().equals("m1") ? new Outcome(Code.AGAIN, "") : done())))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"},{\"itemIdentifier\":\"m4\"},"
                        + "{\"itemIdentifier\":\"m5\"}]}");
        assertThat(json(event.answer(part -> done()))).isEqualTo("{\"batchItemFailures\":[]}");
    }

    /** An exception, because SQS messages that come back do not count as errors of the function. */
    @Test
    void failsIfNoMessageOfAQueueSucceeds() throws IOException {
        var event = IngestEvent.of(
                Json.read("{\"Records\":[" + message("m1", "\"{}\"") + "," + message("m2", "\"{}\"") + "]}"));
        assertThatThrownBy(() -> event.answer(part -> new Outcome(Code.AGAIN, "the table is away")))
                .isInstanceOf(IOException.class)
                .hasMessage("none of 2 messages succeeded; they stay in the queue: the table is away");
        assertThat(json(event.answer(part -> new Outcome(Code.NEVER, "no log"))))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"},{\"itemIdentifier\":\"m2\"}]}");
    }

    @Test
    void answersEachTaskOfABatchJob() throws IOException {
        var event = event("{'invocationSchemaVersion':'1.0','invocationId':'i','job':{'id':'j'},'tasks':["
                + "{'taskId':'t1','s3Key':'a+b%2Bc%C3%BC','s3VersionId':'1','s3BucketArn':'arn:aws:s3:::bucket'},"
                + "{'taskId':'t2','s3Key':'two','s3VersionId':null,'s3BucketArn':'arn:aws:s3:::bucket'},"
                + "{'taskId':'t3','s3Key':'%zz','s3BucketArn':'arn:aws:s3:::bucket'}]}");
        assertThat(objects(event))
                .containsExactly(
                        new S3Object("bucket", "a b+cü", Optional.of("1")),
                        new S3Object("bucket", "two", Optional.empty()));
        assertThat(json(event.answer(part -> new Outcome(
                        switch (part.id()) {
                            case "t1" -> Code.DONE;
                            case "t2" -> Code.AGAIN;
                            default -> Code.NEVER;
                        },
                        part.id()))))
                .isEqualTo("{\"invocationSchemaVersion\":\"1.0\",\"treatMissingKeysAs\":\"PermanentFailure\","
                        + "\"invocationId\":\"i\",\"results\":["
                        + "{\"taskId\":\"t1\",\"resultCode\":\"Succeeded\",\"resultString\":\"t1\"},"
                        + "{\"taskId\":\"t2\",\"resultCode\":\"TemporaryFailure\",\"resultString\":\"t2\"},"
                        + "{\"taskId\":\"t3\",\"resultCode\":\"PermanentFailure\",\"resultString\":\"t3\"}]}");
    }

    @Test
    void readsTheSecondSchemaOfBatchJobs() throws IOException {
        var event =
                event("{'invocationSchemaVersion':'2.0','invocationId':'i','job':{'id':'j','userArguments':{'k':'v'}},"
                        + "'tasks':[{'taskId':'t1','s3Key':'one','s3VersionId':null,'s3Bucket':'bucket'}]}");
        assertThat(objects(event)).containsExactly(new S3Object("bucket", "one", Optional.empty()));
        assertThat(json(event.answer(part -> done()))).startsWith("{\"invocationSchemaVersion\":\"2.0\",");
    }

    /** The complete examples of the AWS user guides. */
    @Test
    void readsEventsWithAllTheirFields() throws IOException {
        var s3 = """
                {'Records':[{'eventVersion':'2.1','eventSource':'aws:s3','awsRegion':'us-west-2',
                'eventTime':'1970-01-01T00:00:00.000Z','eventName':'ObjectCreated:Put',
                'userIdentity':{'principalId':'AIDAJDPLRKLG7UEXAMPLE'},
                'requestParameters':{'sourceIPAddress':'203.0.113.9'},
                'responseElements':{'x-amz-request-id':'C3D13FE58DE4C810','x-amz-id-2':'FMyUVURIY8'},
                's3':{'s3SchemaVersion':'1.0','configurationId':'testConfigRule',
                'bucket':{'name':'amzn-s3-demo-bucket','ownerIdentity':{'principalId':'A3NL1KOZZKExample'},
                'arn':'arn:aws:s3:::amzn-s3-demo-bucket'},
                'object':{'key':'red+flower.jpg','size':1024,'eTag':'d41d8cd98f00b204e9800998ecf8427e',
                'versionId':'096fKKXTRTtl3on89fVO.nfljtsv6qko','sequencer':'0055AED6DCD90281E5'}}}]}""";
        var flower =
                new S3Object("amzn-s3-demo-bucket", "red flower.jpg", Optional.of("096fKKXTRTtl3on89fVO.nfljtsv6qko"));
        assertThat(objects(event(s3))).containsExactly(flower);

        var queue = """
                {'Records':[{'messageId':'059f36b4-87a3-44ab-83d2-661975830a7d','receiptHandle':'AQEBwJnKyrHigUMZj6r',
                'body':%s,'attributes':{'ApproximateReceiveCount':'1','SentTimestamp':'1545082649183',
                'SenderId':'AIDAIENQZJOLO23YVJ4VO','ApproximateFirstReceiveTimestamp':'1545082649185'},
                'messageAttributes':{},'md5OfBody':'e4e68fb7bd0e697a0ae8f1bb342846b3','eventSource':'aws:sqs',
                'eventSourceARN':'arn:aws:sqs:us-east-2:123456789012:my-queue','awsRegion':'us-east-2'}]}""";
        var batch = IngestEvent.of(Json.read(quoted(queue).formatted(MAPPER.writeValueAsString(quoted(s3)))));
        assertThat(objects(batch)).containsExactly(flower);
        assertThat(batch.parts()).extracting(Part::id).containsExactly("059f36b4-87a3-44ab-83d2-661975830a7d");

        assertThat(objects(event("""
                {'version':'0','id':'17793124-05d4-b198-2fde-7ededc63b103','detail-type':'Object Created',
                'source':'aws.s3','account':'111122223333','time':'2021-11-12T00:00:00Z','region':'ca-central-1',
                'resources':['arn:aws:s3:::amzn-s3-demo-bucket1'],'detail':{'version':'0',
                'bucket':{'name':'amzn-s3-demo-bucket1'},'object':{'key':'example+key','size':5,
                'etag':'b1946ac92492d2347c6235b4d2611184','version-id':'IYV3p45BT0ac8hjHg1houSdS1a.Mro8e',
                'sequencer':'617f08299329d189'},'request-id':'N4N7GDK58NMKJ12R','requester':'123456789012',
                'source-ip-address':'1.2.3.4','reason':'PutObject'}}""")))
                .containsExactly(new S3Object(
                        "amzn-s3-demo-bucket1", "example+key", Optional.of("IYV3p45BT0ac8hjHg1houSdS1a.Mro8e")));
    }

    @Test
    void readsNothingFromATestEvent() throws IOException {
        assertThat(event("{'Service':'Amazon S3','Event':'s3:TestEvent','Bucket':'bucket'}")
                        .parts())
                .isEmpty();
    }

    @Test
    void refusesOtherEvents() {
        assertThatThrownBy(() -> event("{'source':'aws.events'}"))
                .hasMessageStartingWith("this event is no S3 notification, queue batch,");
        assertThatThrownBy(() -> event("{'Records':[{'Sns':{}}]}"))
                .hasMessage("this event is no S3 notification: a record has no s3");
        assertThatThrownBy(() -> event("{'Records':[{'eventName':'ObjectCreated:Put','s3':{'bucket':{}}}]}"))
                .hasMessage("this event is not in the format of S3: name is missing");
    }

    private static String json(Object value) {
        return JsonText.of(value);
    }

    private static Outcome done() {
        return new Outcome(Code.DONE, "");
    }

    private static String message(String id, String body) {
        return "{\"messageId\":\"" + id + "\",\"eventSource\":\"aws:sqs\",\"body\":" + body + "}";
    }

    private static String record(String name, String key, String more) {
        return "{'eventSource':'aws:s3','eventName':'%s','s3':{'bucket':{'name':'bucket'},'object':{'key':'%s'%s}}}"
                .formatted(name, key, more);
    }

    private static List<S3Object> objects(IngestEvent event) {
        return event.parts().stream().flatMap(part -> part.objects().stream()).toList();
    }

    private static IngestEvent event(String text) throws IOException {
        return IngestEvent.of(Json.read(quoted(text)));
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }
}
