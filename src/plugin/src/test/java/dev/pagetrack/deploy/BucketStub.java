package dev.pagetrack.deploy;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** S3 with buckets in path style. */
final class BucketStub {

    private static final String NO_NOTIFICATIONS = "<NotificationConfiguration/>";

    final Map<String, Map<String, byte[]>> objects = new TreeMap<>();
    final Map<String, String> notifications = new TreeMap<>();
    final Map<String, String> publicAccess = new TreeMap<>();
    final Map<String, String> elsewhere = new TreeMap<>();
    final Map<String, String> created = new TreeMap<>();
    final Set<String> foreign = new TreeSet<>();

    BucketStub with(String bucket) {
        objects.put(bucket, new TreeMap<>());
        return this;
    }

    AwsStub.Reply answer(ReceivedRequest request) {
        var parts = request.path().substring(1).split("/", 2);
        var bucket = parts[0];
        if (elsewhere.containsKey(bucket)) {
            return AwsStub.Reply.xml(301, "").header("x-amz-bucket-region", elsewhere.get(bucket));
        }
        if (foreign.contains(bucket)) {
            return AwsStub.Reply.xml(403, "");
        }
        boolean creates = request.method().equals("PUT")
                && parts.length == 1
                && request.query().isEmpty();
        if (creates) {
            objects.put(bucket, new TreeMap<>());
            created.put(bucket, request.text());
            return AwsStub.Reply.xml(200, "");
        }
        if (!request.header("x-amz-expected-bucket-owner").equals(AwsStub.ACCOUNT)) {
            return AwsStub.Reply.error(403, "AccessDenied", "Access Denied");
        }
        if (!objects.containsKey(bucket)) {
            return AwsStub.Reply.xml(404, "");
        }
        if (!request.query().isEmpty()) {
            return setting(request, bucket);
        }
        return parts.length == 1 || parts[1].isEmpty() ? AwsStub.Reply.xml(200, "") : object(request, bucket, parts[1]);
    }

    private AwsStub.Reply setting(ReceivedRequest request, String bucket) {
        var settings = request.query().startsWith("publicAccessBlock") ? publicAccess : notifications;
        if (request.method().equals("PUT")) {
            settings.put(bucket, request.text());
            return AwsStub.Reply.xml(200, "");
        }
        return AwsStub.Reply.xml(200, settings.getOrDefault(bucket, NO_NOTIFICATIONS));
    }

    private AwsStub.Reply object(ReceivedRequest request, String bucket, String key) {
        if (request.method().equals("PUT")) {
            if (!request.header("x-amz-checksum-sha256").equals(SignatureVerifier.sha256Base64(request.body()))) {
                return AwsStub.Reply.error(
                        400, "BadDigest", "The SHA256 you specified did not match what we received.");
            }
            requireNonNull(objects.get(bucket)).put(key, request.body());
            return AwsStub.Reply.xml(200, "");
        }
        return AwsStub.Reply.xml(requireNonNull(objects.get(bucket)).containsKey(key) ? 200 : 404, "");
    }
}
