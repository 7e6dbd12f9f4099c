package dev.pagetrack.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Reads what S3 tells of new objects, directly or by way of EventBridge.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">S3 event
 *     message structure</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html">EventBridge event message
 *     structure</a>
 */
final class Notifications {

    private Notifications() {}

    /**
     * The objects that were created, each once, in the order of the event. The {@code s3:TestEvent} that S3 sends when a
     * notification is set up tells of none.
     *
     * @throws IllegalArgumentException if it is neither kind of event
     */
    static List<S3Object> objects(JsonNode event) {
        if ("s3:TestEvent".equals(event.path("Event").asText())) {
            return List.of();
        }
        if ("aws.s3".equals(event.path("source").asText())) {
            return fromEventBridge(event);
        }
        if (!event.path("Records").isArray()) {
            throw new IllegalArgumentException("this event is no S3 notification, queue batch, EventBridge event or"
                    + " S3 Batch Operations request: it has no Records, source or tasks");
        }
        var objects = new LinkedHashSet<S3Object>();
        for (var item : event.path("Records")) {
            if (!item.has("s3")) {
                throw new IllegalArgumentException("this event is no S3 notification: a record has no s3");
            }
            if (item.path("eventName").asText().startsWith("ObjectCreated:")) {
                objects.add(object(item.path("s3")));
            }
        }
        return List.copyOf(objects);
    }

    private static S3Object object(JsonNode s3) {
        var object = s3.path("object");
        return new S3Object(
                text(s3.path("bucket"), "name"), formDecoded(text(object, "key")), optional(object, "versionId"));
    }

    /** Here keys are as they are. */
    private static List<S3Object> fromEventBridge(JsonNode event) {
        if (!"Object Created".equals(event.path("detail-type").asText())) {
            return List.of();
        }
        var detail = event.path("detail");
        var object = detail.path("object");
        return List.of(
                new S3Object(text(detail.path("bucket"), "name"), text(object, "key"), optional(object, "version-id")));
    }

    /** Keys are written as an HTML form would: a blank is "+", a plus "%2B". */
    static String formDecoded(String key) {
        return URLDecoder.decode(key, UTF_8);
    }

    static String text(JsonNode node, String name) {
        if (!node.path(name).isTextual()) {
            throw new IllegalArgumentException("the event is not as S3 writes it: " + name + " is missing");
        }
        return node.path(name).textValue();
    }

    static Optional<String> optional(JsonNode node, String name) {
        return Optional.ofNullable(node.path(name).textValue()).filter(text -> !text.isEmpty());
    }
}
