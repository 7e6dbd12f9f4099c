package dev.pagetrack.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tasks of an S3 Batch Operations job, an object each. Version 1.0 of the schema names the bucket by its ARN, version 2.0
 * by its name.
 *
 * @param request what was asked
 * @param parts one for each task
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-invoke-lambda.html">Invoke AWS Lambda
 *     function</a>
 */
record BatchJobTasks(JsonNode request, List<Part> parts) implements IngestEvent {

    BatchJobTasks {
        parts = List.copyOf(parts);
    }

    static BatchJobTasks of(JsonNode request) {
        var parts = new ArrayList<Part>();
        request.path("tasks").forEach(task -> parts.add(part(task)));
        return new BatchJobTasks(request, parts);
    }

    private static Part part(JsonNode task) {
        var id = Notifications.text(task, "taskId");
        try {
            var key = Notifications.formDecoded(Notifications.text(task, "s3Key"));
            var object = new S3Object(bucket(task), key, Notifications.optional(task, "s3VersionId"));
            return new Part(id, List.of(object), Optional.empty());
        } catch (IllegalArgumentException e) {
            return new Part(id, List.of(), Optional.of(e.getMessage()));
        }
    }

    private static String bucket(JsonNode task) {
        if (task.has("s3Bucket")) {
            return Notifications.text(task, "s3Bucket");
        }
        var arn = Notifications.text(task, "s3BucketArn");
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    @Override
    public JsonNode answer(Function<Part, Outcome> outcomes) {
        var answer = JsonNodeFactory.instance.objectNode();
        answer.set("invocationSchemaVersion", request.path("invocationSchemaVersion"));
        answer.put("treatMissingKeysAs", "PermanentFailure");
        answer.set("invocationId", request.path("invocationId"));
        var results = answer.putArray("results");
        for (var part : parts) {
            var outcome = outcomes.apply(part);
            results.addObject()
                    .put("taskId", part.id())
                    .put("resultCode", resultCode(outcome.code()))
                    .put("resultString", outcome.text());
        }
        return answer;
    }

    private static String resultCode(Outcome.Code code) {
        return switch (code) {
            case DONE -> "Succeeded";
            case AGAIN -> "TemporaryFailure";
            case NEVER -> "PermanentFailure";
        };
    }
}
