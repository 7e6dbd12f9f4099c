package dev.pagetrack.lambda;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An invocation by an S3 Batch Operations job. Each task names one object. Version 1.0 of the schema names the bucket
 * by its ARN, version 2.0 by its name.
 *
 * @param request the whole event
 * @param parts one part for each task
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-invoke-lambda.html">Invoke AWS Lambda
 *     function</a>
 */
record BatchJobTasks(Json request, List<Part> parts) implements IngestEvent {

    BatchJobTasks {
        parts = List.copyOf(parts);
    }

    static BatchJobTasks of(Json request) {
        var parts = new ArrayList<Part>();
        request.at("tasks").elements().forEach(task -> parts.add(part(task)));
        return new BatchJobTasks(request, parts);
    }

    private static Part part(Json task) {
        var id = Notifications.text(task, "taskId");
        try {
            var key = Notifications.formDecoded(Notifications.text(task, "s3Key"));
            var object = new S3Object(bucket(task), key, Notifications.optional(task, "s3VersionId"));
            return new Part(id, List.of(object), Optional.empty());
        } catch (IllegalArgumentException e) {
            return new Part(id, List.of(), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private static String bucket(Json task) {
        if (task.has("s3Bucket")) {
            return Notifications.text(task, "s3Bucket");
        }
        var arn = Notifications.text(task, "s3BucketArn");
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    @Override
    public Map<String, Object> answer(Function<Part, Outcome> outcomes) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put(
                "invocationSchemaVersion", request.at("invocationSchemaVersion").value());
        answer.put("treatMissingKeysAs", "PermanentFailure");
        answer.put("invocationId", request.at("invocationId").value());
        answer.put(
                "results",
                parts.stream()
                        .map(part -> result(part.id(), outcomes.apply(part)))
                        .toList());
        return answer;
    }

    private static Map<String, String> result(String task, Outcome outcome) {
        var result = new LinkedHashMap<String, String>();
        result.put("taskId", task);
        result.put("resultCode", resultCode(outcome.code()));
        result.put("resultString", outcome.text());
        return result;
    }

    private static String resultCode(Outcome.Code code) {
        return switch (code) {
            case DONE -> "Succeeded";
            case UNFINISHED, AGAIN -> "TemporaryFailure";
            case NEVER -> "PermanentFailure";
        };
    }
}
