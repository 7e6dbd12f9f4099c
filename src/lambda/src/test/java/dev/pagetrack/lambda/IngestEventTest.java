package dev.pagetrack.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagetrack.lambda.IngestEvent.Part;
import dev.pagetrack.lambda.Outcome.Code;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Events as AWS documents them, and the answers it wants. */
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
        assertThat(event.answer(part -> done())).hasToString("{\"objects\":2}");
        assertThatThrownBy(() -> event.answer(
                        part -> new Outcome(Code.NEVER, part.objects().get(0).key() + " is bad")))
                .isInstanceOf(IOException.class)
                .hasMessage("2 of 2 log objects failed, the first with: logs/2026-05-03 a+bü.gz is bad");
    }

    @Test
    void readsKeysOfEventBridgeAsTheyAre() throws IOException {
        var event = event("{'version':'0','detail-type':'Object Created','source':'aws.s3','detail':{"
                + "'bucket':{'name':'bucket'},'object':{'key':'logs/a+b%2B ü.gz','size':5,'version-id':'v1'}}}");
        assertThat(objects(event)).containsExactly(new S3Object("bucket", "logs/a+b%2B ü.gz", Optional.of("v1")));
        assertThat(event("{'detail-type':'Object Deleted','source':'aws.s3','detail':{}}")
                        .parts())
                .isEmpty();
    }

    @Test
    void readsEveryMessageOfAQueueAndNamesThoseToBeDeliveredAgain() throws IOException {
        var notification = MAPPER.writeValueAsString(quoted("{'Records':[%s,%s]}"
                .formatted(record("ObjectCreated:Put", "one", ""), record("ObjectCreated:Put", "two", ""))));
        var test = MAPPER.writeValueAsString(quoted("{'Service':'Amazon S3','Event':'s3:TestEvent','Bucket':'b'}"));
        var bridge = MAPPER.writeValueAsString(quoted("{'detail-type':'Object Created','source':'aws.s3','detail':{"
                + "'bucket':{'name':'bucket'},'object':{'key':'t+hree'}}}"));
        var event = IngestEvent.of(MAPPER.readTree("{\"Records\":[" + message("m1", notification) + ","
                + message("m2", test) + "," + message("m3", bridge) + "," + message("m4", "\"no JSON\"") + ","
                + message("m5", "\"{}\"") + "]}"));
        assertThat(event.parts()).extracting(Part::id).containsExactly("m1", "m2", "m3", "m4", "m5");
        assertThat(objects(event)).extracting(S3Object::key).containsExactly("one", "two", "t+hree");
        assertThat(event.parts().get(3).wrong()).hasValue("the message is no JSON");
        assertThat(event.parts().get(4).wrong()).isPresent();
        assertThat(event.answer(part ->
                        part.wrong().isPresent() || part.id().equals("m1") ? new Outcome(Code.AGAIN, "") : done()))
                .hasToString("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"},{\"itemIdentifier\":\"m4\"},"
                        + "{\"itemIdentifier\":\"m5\"}]}");
        assertThat(event.answer(part -> done())).hasToString("{\"batchItemFailures\":[]}");
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
        assertThat(event.answer(part -> new Outcome(
                        switch (part.id()) {
                            case "t1" -> Code.DONE;
                            case "t2" -> Code.AGAIN;
                            default -> Code.NEVER;
                        },
                        part.id())))
                .hasToString("{\"invocationSchemaVersion\":\"1.0\",\"treatMissingKeysAs\":\"PermanentFailure\","
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
        assertThat(event.answer(part -> done()).toString()).startsWith("{\"invocationSchemaVersion\":\"2.0\",");
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
                .hasMessage("the event is not as S3 writes it: name is missing");
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
        return IngestEvent.of(MAPPER.readTree(quoted(text)));
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }
}
