package dev.pagetrack.lambda;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;

/** Makes events in the formats of AWS. */
final class Events {

    private Events() {}

    static String notification(String key) {
        return "{\"Records\":[{\"eventSource\":\"aws:s3\",\"eventName\":\"ObjectCreated:Put\",\"s3\":{\"bucket\":{\"name\":\""
                + AwsServices.BUCKET + "\"},\"object\":{\"key\":\"" + key + "\"}}}]}";
    }

    /** A batch of messages, one for each object, with its key as the message id. */
    static String queueBatch(List<String> keys) {
        return keys.stream()
                .map(key -> JsonNodeFactory.instance
                        .objectNode()
                        .put("messageId", key)
                        .put("eventSource", "aws:sqs")
                        .put("body", notification(key))
                        .toString())
                .collect(joining(",", "{\"Records\":[", "]}"));
    }

    static String eventBridge(String key, String version) {
        return "{\"version\":\"0\",\"detail-type\":\"Object Created\",\"source\":\"aws.s3\",\"detail\":{\"bucket\":{\"name\":\""
                + AwsServices.BUCKET + "\"},\"object\":{\"key\":\"" + key + "\",\"version-id\":\"" + version + "\"}}}";
    }

    static String batchJob(String key) {
        return "{\"invocationSchemaVersion\":\"1.0\",\"invocationId\":\"i\",\"job\":{\"id\":\"j\"},\"tasks\":[{\"taskId\":\"t\","
                + "\"s3Key\":\"" + key + "\",\"s3VersionId\":null,\"s3BucketArn\":\"arn:aws:s3:::" + AwsServices.BUCKET
                + "\"}]}";
    }

    static String request(String method, String path, String query, Map<String, String> headers) {
        var event = JsonNodeFactory.instance.objectNode().put("version", "2.0").put("rawPath", path);
        event.put("rawQueryString", query);
        var sent = event.putObject("headers");
        headers.forEach(sent::put);
        event.putObject("requestContext")
                .put("stage", "$default")
                .putObject("http")
                .put("method", method);
        return event.put("isBase64Encoded", false).toString();
    }
}
