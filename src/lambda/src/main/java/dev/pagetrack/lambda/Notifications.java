package dev.pagetrack.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Parses notifications about new objects, which S3 sends directly or through EventBridge.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">S3 event
 *     message structure</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html">EventBridge event message
 *     structure</a>
 */
final class Notifications {

    private Notifications() {}

    /**
     * The objects that were created, each once, in the order of the event. There are none in the {@code s3:TestEvent}
     * that S3 sends when a notification is configured.
     *
     * @throws IllegalArgumentException if it is neither kind of event
     */
    static List<S3Object> objects(Json event) {
        if (event.at("Event").is("s3:TestEvent")) {
            return List.of();
        }
        if (event.at("source").is("aws.s3")) {
            return fromEventBridge(event);
        }
        if (!event.at("Records").isList()) {
            throw new IllegalArgumentException("this event is no S3 notification, queue batch, EventBridge event or"
                    + " S3 Batch Operations request: it has no Records, source or tasks");
        }
        var objects = new LinkedHashSet<S3Object>();
        for (var item : event.at("Records").elements()) {
            if (!item.has("s3")) {
                throw new IllegalArgumentException("this event is no S3 notification: a record has no s3");
            }
            if (item.at("eventName").text().orElse("").startsWith("ObjectCreated:")) {
                objects.add(object(item.at("s3")));
            }
        }
        return List.copyOf(objects);
    }

    private static S3Object object(Json s3) {
        var object = s3.at("object");
        return new S3Object(
                text(s3.at("bucket"), "name"), formDecoded(text(object, "key")), optional(object, "versionId"));
    }

    /** Parses an event of EventBridge, where keys are not encoded. */
    private static List<S3Object> fromEventBridge(Json event) {
        if (!event.at("detail-type").is("Object Created")) {
            return List.of();
        }
        var detail = event.at("detail");
        var object = detail.at("object");
        return List.of(
                new S3Object(text(detail.at("bucket"), "name"), text(object, "key"), optional(object, "version-id")));
    }

    /** Decodes a key of an S3 notification, which is encoded like an HTML form: a space is "+", a plus is "%2B". */
    static String formDecoded(String key) {
        return URLDecoder.decode(key, UTF_8);
    }

    static String text(Json json, String name) {
        if (!(json.at(name).value() instanceof String text)) {
            throw new IllegalArgumentException("this event is not in the format of S3: " + name + " is missing");
        }
        return text;
    }

    static Optional<String> optional(Json json, String name) {
        return json.at(name).text();
    }
}
