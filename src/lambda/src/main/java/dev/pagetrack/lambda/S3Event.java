package dev.pagetrack.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The objects an S3 notification tells of.
 *
 * @param created the objects that were created, each once, in the order of the event
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">Event message
 *     structure</a>
 */
record S3Event(List<Created> created) {

    /**
     * An object.
     *
     * @param bucket its bucket
     * @param key its key, decoded
     * @param versionId its version, in a bucket that keeps them
     */
    record Created(String bucket, String key, Optional<String> versionId) {}

    S3Event {
        created = List.copyOf(created);
    }

    /**
     * Reads an event. One without records, as the {@code s3:TestEvent} that S3 sends when a notification is set up, tells
     * of no object.
     *
     * @throws IllegalArgumentException if it is no S3 event
     */
    static S3Event of(JsonNode event) {
        if (!event.has("Records") && !"s3:TestEvent".equals(event.path("Event").asText())) {
            throw new IllegalArgumentException("this event is no S3 notification: it has no Records");
        }
        var created = new ArrayList<Created>();
        for (var item : event.path("Records")) {
            var s3 = item.path("s3");
            if (s3.isMissingNode()) {
                throw new IllegalArgumentException("this event is no S3 notification: a record has no s3");
            }
            if (item.path("eventName").asText().startsWith("ObjectCreated:")) {
                created.add(created(s3));
            }
        }
        return new S3Event(created.stream().distinct().toList());
    }

    private static Created created(JsonNode s3) {
        var object = s3.path("object");
        // S3 writes keys as an HTML form would: a blank is "+", a plus "%2B".
        var key = URLDecoder.decode(object.required("key").asText(), UTF_8);
        var version = Optional.ofNullable(object.path("versionId").textValue());
        return new Created(s3.path("bucket").required("name").asText(), key, version);
    }
}
